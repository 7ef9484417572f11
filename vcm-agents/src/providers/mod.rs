//! Providers: implementations of the ports over models and services, one file or folder each.
//!
//! Here today: the lexical embedder. Text, image and trend providers come with the provider tier.

pub mod embeddings;
