from django.urls import path

from glasswork.progress.views import front, jar, letters, looking_back, trust

urlpatterns = [
    path("how-far/", front.how_far, name="how_far"),
    path("how-far/hiding/", front.hiding, name="window_hiding"),
    path("how-far/window/<uuid:space_id>/<int:number>/", front.picture, name="window_picture"),
    path("how-far/trust/", trust.chart, name="trust_chart"),
    path("how-far/trust/sharing/", trust.sharing, name="trust_sharing"),
    path("how-far/trust/theirs/", trust.theirs, name="trust_theirs"),
    path("how-far/jar/", jar.jar, name="jar"),
    path("how-far/jar/one/", jar.one, name="jar_one"),
    path("how-far/letters/", letters.month_letters, name="month_letters"),
    path("how-far/letters/<str:month>/", letters.month_letter, name="month_letter"),
    path("how-far/looking-back/", looking_back.looking_back, name="looking_back"),
    path("how-far/looking-back/new/", looking_back.new, name="looking_back_new"),
    path("how-far/draft/<slug:form>/", front.draft, name="how_far_draft"),
    path("how-far/words/<uuid:entry_id>/erasure/", front.erasure, name="how_far_erasure"),
]
