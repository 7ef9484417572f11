//! The system's clock, the default of a machine.

use jiff::Timestamp;
use vcm_core::ports::Clock;

/// Reads the system's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}
