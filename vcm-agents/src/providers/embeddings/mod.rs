//! Embedders, by name.
//!
//! [`LexicalEmbedder`] is the default: no model, no files. `MiniLmEmbedder` knows meanings and is there with the feature `minilm`,
//! which no default names: its libraries take minutes to build.

mod lexical;
#[cfg(feature = "minilm")]
mod minilm;

use std::{path::Path, sync::Arc};

use vcm_core::{Error, Result, ports::Embedder};

pub use self::lexical::LexicalEmbedder;
#[cfg(feature = "minilm")]
pub use self::minilm::MiniLmEmbedder;

/// The embedder of a name: `lexical`, or `minilm` with the folder of its model.
///
/// # Errors
/// `invalid_input` for another name or a missing folder, `unsupported` when this build is without the feature, `config_invalid`
/// when the folder does not hold the model.
pub fn open(name: &str, model: Option<&Path>) -> Result<Arc<dyn Embedder>> {
    match name {
        "lexical" => Ok(Arc::new(LexicalEmbedder)),
        "minilm" => open_minilm(model),
        other => Err(Error::invalid_field("open_embedder", "embedder", format_args!("{other:?}"), "lexical or minilm")),
    }
}

#[cfg(feature = "minilm")]
fn open_minilm(model: Option<&Path>) -> Result<Arc<dyn Embedder>> {
    let folder = model.ok_or_else(|| {
        Error::invalid_field("open_embedder", "model_dir", "nothing", "the folder of the model, see dev/models")
    })?;
    Ok(Arc::new(MiniLmEmbedder::open(folder)?))
}

#[cfg(not(feature = "minilm"))]
fn open_minilm(_model: Option<&Path>) -> Result<Arc<dyn Embedder>> {
    let message = "this build is without the feature `minilm`";
    Err(Error::new(vcm_core::ErrorKind::Unsupported, "open_embedder", message).with("embedder", "minilm"))
}

#[cfg(test)]
mod tests {
    use vcm_core::ErrorKind;

    use super::*;

    #[test]
    fn a_name_opens_its_embedder_or_says_why_not() {
        assert_eq!(open("lexical", None).unwrap().id(), "lexical-1");
        assert_eq!(open("word2vec", None).unwrap_err().kind(), ErrorKind::InvalidInput);
        let expected = if cfg!(feature = "minilm") { ErrorKind::InvalidInput } else { ErrorKind::Unsupported };
        assert_eq!(open("minilm", None).unwrap_err().kind(), expected);
    }
}
