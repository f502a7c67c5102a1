//! A quiz while it is being edited: the texts of its files, changed in place so that what nobody
//! touched stays byte for byte, with every change kept to be taken back. Pure.

mod accept;
mod change;
mod clean_up;
mod condition;
mod depend;
mod document;
mod duplicate;
mod example;
mod field;
mod foreign;
mod forms;
mod gone;
mod history;
mod id;
mod item;
mod link;
mod persona;
mod preview;
mod publish;
mod remains;
mod rename;
mod route;
mod search;
mod sign;
mod translate;
mod visitor_cleanup;
mod write;
mod zip;

pub use accept::{accepted, can_be_allowed_in, can_stay, reopened};
pub use change::{Change, Edit};
pub use clean_up::CleanUp;
pub use condition::{Clause, Condition, Join, Part, Relation, questions_for};
pub use depend::{Dependent, dependents, taken_out};
pub use document::Document;
pub use duplicate::duplicated;
pub use example::{EXAMPLE, example};
pub use field::{Field, FieldType, Word};
pub use foreign::foreign;
pub use forms::{List, Section, form, sublist};
pub use history::{Draft, FileId, OpenError};
pub use item::{called, place_of_new, template};
pub use link::full_link;
pub use persona::{
    Expects, Persona, answered_by_all, new_persona, no_personas, personas, things, unanswered,
};
pub use preview::{PreviewQuiz, preview_quiz};
pub use publish::{Ready, ready};
pub use rename::former_label;
pub use route::{Target, answers_for, target};
pub use search::{Hit, search};
pub use sign::{edited, reviewed_translation, signed};
pub use translate::{Row, Rows, overlay_name, rows};
pub use visitor_cleanup::VisitorCleanup;
pub use zip::zipped;
