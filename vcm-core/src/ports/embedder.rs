//! Embedders: text to vectors.

use async_trait::async_trait;

use crate::error::Result;

/// Turns texts into vectors of unit length. Similarity thresholds belong to an embedder: keep them by its id.
#[async_trait]
pub trait Embedder: Send + Sync + std::fmt::Debug {
    /// Stable id with version, such as `lexical-1`.
    fn id(&self) -> &str;

    /// Length of every vector.
    fn dimension(&self) -> usize;

    /// One vector a text, in order. An empty text gives the zero vector.
    async fn embed(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>>;
}
