from django.urls import path

from glasswork.library import views

urlpatterns = [
    path("library/", views.index, name="library"),
    path("library/cards/<slug:slug>/", views.deck, name="deck"),
    path("library/paper/<slug:slug>/", views.sheet, name="sheet"),
    path("library/enquiries/", views.enquiries, name="enquiries"),
    path("library/directory/", views.directory, name="directory"),
    path("library/<slug:slug>/", views.page, name="library_page"),
]
