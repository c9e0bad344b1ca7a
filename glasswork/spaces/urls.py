from django.urls import path

from glasswork.spaces import views
from glasswork.spaces.pulse import pulse

urlpatterns = [
    path("pulse/", pulse, name="pulse"),
    path("record/", views.record, name="record"),
]
