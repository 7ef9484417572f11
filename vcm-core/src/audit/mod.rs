//! The audit trail: a hash chain per org, written in the same commit as what it tells of. Next: [`crate::ports`].

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    error::{Error, ErrorKind, Result},
    hash::{ContentHash, canonical_json},
    id::{CampaignId, OrgId, UserId},
};

/// What a commit asks to be recorded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NewAuditEntry {
    /// Who acted.
    pub actor: UserId,
    /// What was done, such as `campaign.approved`.
    pub action: String,
    /// The campaign it concerns.
    pub campaign: Option<CampaignId>,
    /// Details; never a secret or personal data.
    pub detail: serde_json::Value,
    /// When it was done.
    pub at: Timestamp,
}

/// A recorded entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AuditEntry {
    /// The org whose chain it is in.
    pub org: OrgId,
    /// Position in the org's chain, from 1, without gaps.
    pub seq: u64,
    /// What was recorded.
    pub entry: NewAuditEntry,
    /// Hash of the entry before; sixty-four zeros for the first.
    pub previous_hash: ContentHash,
    /// SHA-256 over the canonical JSON of `[org, seq, entry, previous_hash]`.
    pub hash: ContentHash,
}

impl AuditEntry {
    /// Chains `entry` behind an entry with hash `previous` (none for the first).
    pub fn chain(org: OrgId, seq: u64, entry: NewAuditEntry, previous: Option<&ContentHash>) -> Result<Self> {
        let previous_hash = previous.cloned().unwrap_or_else(|| ContentHash("0".repeat(64)));
        let hash = ContentHash::of_bytes(canonical_json(&(org, seq, &entry, &previous_hash))?.as_bytes());
        Ok(Self { org, seq, entry, previous_hash, hash })
    }
}

/// Checks a whole chain, in order from the first entry.
///
/// # Errors
/// [`ErrorKind::DataCorrupt`], naming the first entry that was changed, removed, inserted or reordered. A cut tail can only be
/// seen by comparing the last hash with one kept elsewhere.
pub fn verify(entries: &[AuditEntry]) -> Result<()> {
    let mut previous: Option<&AuditEntry> = None;
    for entry in entries {
        let corrupt = |what: &'static str| {
            Err(Error::new(ErrorKind::DataCorrupt, "audit_verify", what).with("org", entry.org).with("seq", entry.seq))
        };
        let expected_seq = previous.map_or(1, |entry| entry.seq + 1);
        if entry.seq != expected_seq {
            return corrupt("an entry before this one is missing or out of order");
        }
        let expected = AuditEntry::chain(entry.org, entry.seq, entry.entry.clone(), previous.map(|entry| &entry.hash))?;
        if entry.previous_hash != expected.previous_hash {
            return corrupt("the entry does not follow the one before it");
        }
        if entry.hash != expected.hash {
            return corrupt("the entry was changed");
        }
        previous = Some(entry);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(length: u64) -> Vec<AuditEntry> {
        (1..=length).fold(Vec::new(), |mut entries, seq| {
            let entry = NewAuditEntry {
                actor: UserId::LOCAL,
                action: "campaign.approved".into(),
                campaign: None,
                detail: serde_json::json!({ "n": seq }),
                at: Timestamp::UNIX_EPOCH,
            };
            let previous = entries.last().map(|entry: &AuditEntry| entry.hash.clone());
            entries.push(AuditEntry::chain(OrgId::LOCAL, seq, entry, previous.as_ref()).unwrap());
            entries
        })
    }

    #[test]
    fn a_chain_verifies_and_every_tampering_is_named() {
        assert!(verify(&chain(5)).is_ok());
        let seq_named = |entries: &[AuditEntry]| verify(entries).unwrap_err().context()[1].1.clone();

        let mut changed = chain(5);
        changed[2].entry.action = "campaign.rejected".into();
        assert_eq!(seq_named(&changed), "3");

        let mut removed = chain(5);
        removed.remove(1);
        assert_eq!(seq_named(&removed), "3");

        let mut swapped = chain(5);
        swapped.swap(1, 3);
        assert_eq!(seq_named(&swapped), "4");
    }
}
