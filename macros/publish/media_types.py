"""Media types and compression of the site's files: one list for the local server and for the examples for hosts."""

#: Media type by file extension.
MEDIA_TYPES = {
    "html": "text/html",
    "css": "text/css",
    "mjs": "text/javascript",
    "js": "text/javascript",
    "wasm": "application/wasm",
    "zip": "application/zip",
    "json": "application/json",
    "svg": "image/svg+xml",
    "csv": "text/csv",
    "yml": "text/yaml",
    "pdf": "application/pdf",
    "png": "image/png",
}
#: Suffixes of files that are sent compressed.
COMPRESSIBLE = (".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt", ".csv", ".yml", ".wasm", ".zip")
#: Media types sent with `charset=utf-8`.
WITH_CHARSET = ("text/html", "text/css", "text/javascript", "application/json", "text/yaml", "text/csv")
#: Content-Type header by suffix.
CONTENT_TYPES = {
    f".{end}": f"{kind}; charset=utf-8" if kind in WITH_CHARSET else kind for end, kind in MEDIA_TYPES.items()
}
