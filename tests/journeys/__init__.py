"""What readers do on the site, each written once and run in every browser of tests/support/browsers."""
