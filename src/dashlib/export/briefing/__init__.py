"""A briefing: the view in plain sentences, every one with its citations, as a Word file or a page of HTML."""

from dashlib.export.briefing.page import html_bytes
from dashlib.export.briefing.plan import Briefing, By, plan
from dashlib.export.briefing.word import docx_bytes

__all__ = ["Briefing", "By", "docx_bytes", "html_bytes", "plan"]
