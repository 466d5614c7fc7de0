"""Sentences for people: reasons, reports and refusals, in Danish and English."""
