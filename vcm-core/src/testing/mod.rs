//! Conformance suites for every port, fixtures and a fake clock. Feature `testing`.
