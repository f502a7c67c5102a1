use std::collections::BTreeMap;
use std::rc::Rc;

use check::{Checker, Environment, File, Finding, Parsed, ProofMode};
use quiz::Date;
use serde::{Deserialize, Serialize};

/// The findings of each file, by its name.
pub type Findings = Vec<(String, Vec<Finding>)>;

/// The texts of a draft at one moment, to be checked.
#[derive(Clone, Debug)]
pub struct CheckJob {
    /// Published files that are not edited, which the draft is checked against.
    pub others: Rc<Vec<(String, Vec<u8>)>>,
    /// The files of the draft, by name.
    pub files: Vec<(String, Rc<Parsed>)>,
    /// How many bytes each picture that is known has; none for one that is nowhere.
    pub pictures: BTreeMap<String, Option<u64>>,
    /// Counts the edits of the draft.
    pub edition: u64,
    /// Whether what holds on every walk is proved as well.
    pub proof: ProofMode,
    /// The day of whoever asks.
    pub today: Date,
}

impl CheckJob {
    /// Whether two jobs are of one draft.
    pub(crate) fn is_of_draft_of(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.others, &other.others)
    }
}

impl PartialEq for CheckJob {
    fn eq(&self, other: &Self) -> bool {
        self.is_of_draft_of(other) && (self.edition, self.proof) == (other.edition, other.proof)
    }
}

/// Carries out one [`CheckJob`] after another, and keeps what it knows between them. The first takes
/// longest: all wording rules are read then.
#[derive(Default)]
pub struct Checks {
    of: Option<(CheckJob, Checker)>,
}

impl Checks {
    /// Checks a draft.
    pub fn run(&mut self, job: &CheckJob) -> Findings {
        let before = self.of.take().filter(|(before, _)| before.is_of_draft_of(job));
        let (before, mut checker) = match before {
            Some((before, checker)) => (before.files, checker),
            None => (Vec::new(), Checker::new(&around(&job.others))),
        };
        for (name, parsed) in &job.files {
            checker.put_parsed(name, parsed);
        }
        for (name, _) in before {
            if !job.files.iter().any(|(other, _)| *other == name) {
                checker.take(&name);
            }
        }
        // A picture that nobody has looked for yet is not missing.
        let picture = |path: &str| job.pictures.get(path).map_or(Some(0), |bytes| *bytes);
        // Nor is a file that did not arrive.
        let environment =
            Environment { today: job.today, picture: Some(&picture), since: None, folder: false };
        let checked = checker.check(&environment, job.proof);
        self.of = Some((job.clone(), checker));
        checked.into_iter().map(|checked| (checked.name, checked.findings)).collect()
    }
}

fn around(others: &[(String, Vec<u8>)]) -> Vec<File> {
    let file = |(name, bytes): &(String, Vec<u8>)| File {
        name: name.clone(),
        bytes: Ok(bytes.clone()),
        wanted: false,
    };
    others.iter().map(file).collect()
}

/// Writes jobs for a program that runs elsewhere: of each only what differs from the one before.
#[derive(Default)]
pub struct Sender(Option<CheckJob>);

/// Reads what a [`Sender`] wrote, and carries it out.
#[derive(Default)]
pub struct Receiver {
    checks: Checks,
    others: Rc<Vec<(String, Vec<u8>)>>,
    files: BTreeMap<String, Rc<Parsed>>,
}

#[derive(Serialize, Deserialize)]
struct Message {
    /// Of another draft than before.
    others: Option<Vec<(String, Content)>>,
    /// All names, each with its text if that is another than before.
    files: Vec<(String, Option<String>)>,
    pictures: BTreeMap<String, Option<u64>>,
    is_proved: bool,
    today: (u32, u32, u32),
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Content {
    Text(String),
    Bytes(Vec<u8>),
}

impl Sender {
    /// A job as a text.
    pub fn write(&mut self, job: &CheckJob) -> String {
        let before = self.0.replace(job.clone()).filter(|before| before.is_of_draft_of(job));
        let text = |(name, parsed): &(String, Rc<Parsed>)| {
            let is_known =
                |(other, known): &(String, Rc<Parsed>)| other == name && Rc::ptr_eq(known, parsed);
            let is_known = before.as_ref().is_some_and(|it| it.files.iter().any(is_known));
            (name.clone(), (!is_known).then(|| parsed.text().to_owned()))
        };
        let content = |(name, bytes): &(String, Vec<u8>)| {
            let content = String::from_utf8(bytes.clone())
                .map_or_else(|it| Content::Bytes(it.into_bytes()), Content::Text);
            (name.clone(), content)
        };
        let message = Message {
            others: before.is_none().then(|| job.others.iter().map(content).collect()),
            files: job.files.iter().map(text).collect(),
            pictures: job.pictures.clone(),
            is_proved: job.proof == ProofMode::Run,
            today: (job.today.year, job.today.month, job.today.day),
        };
        serde_json::to_string(&message).expect("a message of texts and numbers is JSON")
    }
}

impl Receiver {
    /// Carries out what a [`Sender`] wrote, and gives its [`Findings`] as a text; nothing if it cannot be
    /// read.
    pub fn run(&mut self, message: &str) -> Option<String> {
        let job = self.read(serde_json::from_str(message).ok()?)?;
        serde_json::to_string(&self.checks.run(&job)).ok()
    }

    fn read(&mut self, message: Message) -> Option<CheckJob> {
        if let Some(others) = message.others {
            let bytes = |content| match content {
                Content::Text(text) => text.into_bytes(),
                Content::Bytes(bytes) => bytes,
            };
            let others = others.into_iter().map(|(name, content)| (name, bytes(content)));
            self.others = Rc::new(others.collect());
            self.files.clear();
        }
        let mut files = Vec::new();
        for (name, text) in message.files {
            let parsed = match text {
                Some(text) => Rc::new(Parsed::new(text)),
                None => self.files.get(&name)?.clone(),
            };
            files.push((name, parsed));
        }
        self.files = files.iter().cloned().collect();
        let (year, month, day) = message.today;
        Some(CheckJob {
            others: self.others.clone(),
            files,
            pictures: message.pictures,
            edition: 0,
            proof: if message.is_proved { ProofMode::Run } else { ProofMode::Skip },
            today: Date { year, month, day },
        })
    }
}

/// The findings that [`Receiver::run`] wrote; nothing if they cannot be read.
pub fn findings(text: &str) -> Option<Findings> {
    serde_json::from_str(text).ok()
}
