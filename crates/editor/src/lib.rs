//! A quiz while it is being edited: the texts of its files, changed in place so that what nobody
//! touched stays byte for byte, with every change kept to be taken back. Pure.

mod accept;
mod change;
mod concern;
mod condition;
mod depend;
mod document;
mod duplicate;
mod example;
mod field;
mod figure;
mod foreign;
mod forms;
mod history;
mod id;
mod interface;
mod item;
mod language;
mod link;
mod persona;
mod places;
mod preview;
mod publish;
mod route;
mod search;
mod sign;
mod translate;
mod wording;
mod write;
mod zip;

pub use accept::{accepted, can_be_allowed_in, can_stay, reopened};
pub use change::{Change, Edit};
pub use concern::{Concern, concern_added, concerns, plan_for_each_answer, without_concern};
pub use condition::{Clause, Condition, Join, Part, Relation};
pub use depend::{Dependent, dependents, taken_out};
pub use document::Document;
pub use duplicate::duplicated;
pub use example::{EXAMPLE, example};
pub use field::{Field, FieldType, Word};
pub use figure::{figure_made, with_figures};
pub use foreign::foreign;
pub use forms::{List, Section, form, sublist};
pub use history::{Draft, FileId, OpenError};
pub use interface::{InterfaceFiles, WordGroup, word_groups};
pub use item::{called, template};
pub use language::{LANGUAGES, Language, language_title};
pub use link::full_link;
pub use persona::{
    Expects, Persona, answered_by_all, new_persona, no_personas, personas, things, unanswered,
};
pub use places::{Places, Spot};
pub use preview::{PreviewQuiz, preview_quiz};
pub use publish::{Ready, ready};
pub use route::{Target, answers_for, target};
pub use search::{Hit, search};
pub use sign::{edited, reviewed_translation, signed};
pub use translate::{Row, Rows, overlay_name, rows};
pub use wording::{Note, NoteState, notes};
pub use zip::zipped;
