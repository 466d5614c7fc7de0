"""Documents on paper: posters of the map and reports, set by typst or written for Word."""
