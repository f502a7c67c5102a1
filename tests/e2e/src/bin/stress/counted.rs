use serde::Deserialize;

/// What a page tells of its work.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Told {
    /// Whether all is done.
    pub(crate) over: bool,
    /// Which one is under way, and where it is.
    pub(crate) number: u32,
    pub(crate) moment: String,
    pub(crate) done: u32,
    /// How many of those went well.
    pub(crate) ended: u32,
    /// Presses.
    pub(crate) steps: u64,
    pub(crate) crashes: Vec<Crash>,
}

/// The program crashed.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub(crate) struct Crash {
    pub(crate) number: u32,
    /// What was under way.
    pub(crate) moment: String,
    /// Whether the page started the program again, so that nobody saw it.
    pub(crate) hidden: bool,
    pub(crate) message: String,
    pub(crate) stack: String,
}

/// What was counted in one engine.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Counted {
    /// The browser's version.
    pub(crate) version: String,
    pub(crate) done: u32,
    /// How many of those went well.
    pub(crate) ended: u32,
    pub(crate) steps: u64,
    pub(crate) hidden: u32,
    pub(crate) visible: u32,
    /// The first ones that were seen, and the first that were not.
    pub(crate) crashes: Vec<Crash>,
}

impl Counted {
    /// How many crashes of either kind are kept.
    const KEPT: u32 = 20;

    /// Adds what a page did since it told of something before.
    pub(crate) fn add(&mut self, before: &Told, now: &Told) {
        self.done += now.done - before.done;
        self.ended += now.ended - before.ended;
        self.steps += now.steps - before.steps;
        for crash in now.crashes.iter().skip(before.crashes.len()) {
            self.crashed(crash.clone());
        }
    }

    /// Adds one that was lost with its browser.
    pub(crate) fn lost(&mut self, last: &Told, message: String) {
        self.done += 1;
        self.crashed(Crash {
            number: last.number,
            moment: last.moment.clone(),
            hidden: false,
            message,
            stack: String::new(),
        });
    }

    fn crashed(&mut self, crash: Crash) {
        let count = if crash.hidden { &mut self.hidden } else { &mut self.visible };
        *count += 1;
        if *count <= Self::KEPT {
            self.crashes.push(crash);
        }
    }
}
