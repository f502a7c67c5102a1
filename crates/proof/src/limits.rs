/// Where a proof stops. All are counts of steps, never time, so the same file gives the same proof
/// on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most nodes of one decision diagram, 20 bytes each. 100,000 unless told.
    pub nodes: usize,
    /// The most steps of one operation on two diagrams. 400,000 unless told.
    pub steps: usize,
    /// The most steps of a whole proof: nodes read and written. 20,000,000 unless told, some
    /// seconds of one slow core.
    pub work: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { nodes: 100_000, steps: 400_000, work: 20_000_000 }
    }
}
