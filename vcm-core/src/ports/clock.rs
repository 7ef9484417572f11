//! The clock: the only way that time enters.

use jiff::Timestamp;

/// Tells the time. Hosts give the system's clock; tests give a fake one.
pub trait Clock: Send + Sync + std::fmt::Debug {
    /// Now.
    fn now(&self) -> Timestamp;
}
