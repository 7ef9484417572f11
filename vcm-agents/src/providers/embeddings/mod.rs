//! Embedders.

mod lexical;

pub use self::lexical::LexicalEmbedder;
