"""Carrying a collaboration from start to finish: rules as pure functions of dates and states.

Nothing here knows storage or the web; the day or moment it is, is always passed in. Texts of
questions, sections and agendas are data files in `texts/`, in both languages.
"""
