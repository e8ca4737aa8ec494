"""What is wrong in a file, in the language of the page: `{{ problem.what|in_words }}`."""

from django import template

from desk.mistakes import in_words

register = template.Library()
register.filter(in_words)
