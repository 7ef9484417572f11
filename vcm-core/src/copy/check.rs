//! Checks a copy against the rules of its platform, as of the campaign's day and for its account.

use super::Copy;
use crate::{
    brief::Brief,
    campaign::Campaign,
    error::Violation,
    platform::{self, Platform},
};

/// Every rule of the platform that the copy breaks, on the campaign's day and for the account that posts it.
pub fn check(copy: &Copy, campaign: &Campaign) -> Vec<Violation> {
    let as_of = campaign.now.to_zoned(jiff::tz::TimeZone::UTC).date();
    let parts = copy.published_parts();
    let max_chars = account_limit(&campaign.brief, copy.platform);
    platform::check_post(copy.platform, &parts, copy.title.as_deref(), &copy.hashtags, as_of, max_chars)
}

/// The text limit of the account that posts on a platform, when it differs from the platform's.
pub fn account_limit(brief: &Brief, platform: Platform) -> Option<u32> {
    let named = brief.platforms.iter().find(|plan| plan.platform == platform).and_then(|plan| plan.account.as_ref());
    let account = match named {
        Some(id) => brief.accounts.iter().find(|account| account.id == *id),
        None => brief.accounts.iter().find(|account| account.platform == platform),
    };
    account.and_then(|account| account.max_chars)
}
