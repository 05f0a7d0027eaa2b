"""Layout of the prints: links, footnotes, index and QR codes on paper, and the print engine with its style sheets."""
