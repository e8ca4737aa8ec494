from django.urls import path

from desk.answers import by_hand, calls, editing, overview, print_list

app_name = "answers"
_TEXT = "teksten/<slug:channel>/<slug:status>/<slug:language>/"
urlpatterns = [
    path("", overview.overview, name="overview"),
    path("bellen/", calls.calls, name="calls"),
    path("bellen/<int:number>/", calls.call, name="call"),
    path("brieven/", print_list.letters, name="letters"),
    path("brieven/pdf/", print_list.pdf, name="letters-pdf"),
    path("brieven/geprint/", print_list.printed, name="letters-printed"),
    path("sms/", by_hand.texts, name="texts"),
    path("sms/<int:number>/", by_hand.text, name="text"),
    path("teksten/", editing.templates, name="templates"),
    path(_TEXT, editing.template, name="template"),
    path(f"{_TEXT}brief.pdf", editing.letter_pdf, name="template-pdf"),
]
