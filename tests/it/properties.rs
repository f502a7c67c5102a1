/// Small random quizzes, as files.
pub(crate) mod files;

/// Random visits.
pub(crate) mod trail;

/// The file read in another, plainer way: sets of ids, and every path tried.
mod oracle;

/// What has to hold, whatever the quiz and the visit.
mod laws;

/// Broken and foreign input.
mod input;

/// Messages to the state of a visit, in any order.
mod messages;

use proptest::prelude::*;

pub(crate) use self::files::small;
use self::files::wide;
use self::trail::{Trail, moves};
use crate::files::{SKIN, value};

/// So many random inputs as `PROPTEST_CASES` says, else 256. What fails becomes a case or a law, so
/// no seed is kept.
pub(crate) fn often() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

/// A tenth of them, for the clinic's quiz, which is long.
fn seldom() -> ProptestConfig {
    let often = often();
    ProptestConfig { cases: often.cases.div_ceil(10), ..often }
}

/// Checks each law on small random quizzes, and on the clinic's own.
macro_rules! laws {
    ($($law:ident),* $(,)?) => {
        mod of_random_quizzes {
            use super::*;

            proptest! {
                #![proptest_config(often())]
                $(
                    #[test]
                    fn $law(file in small(), moves in moves(12)) {
                        Trail::check(&file, &moves, laws::$law);
                    }
                )*
            }
        }

        mod of_the_clinics_quiz {
            use super::*;

            proptest! {
                #![proptest_config(seldom())]
                $(
                    #[test]
                    fn $law(moves in moves(40)) {
                        Trail::check(&value(SKIN), &moves, laws::$law);
                    }
                )*
            }
        }
    };
}

laws! {
    the_same_answers_give_the_same_visit,
    going_back_changes_nothing,
    answers_no_longer_asked_never_count,
    the_questions_asked_are_those_of_the_file,
    an_exclusive_choice_stands_alone,
    cautions_are_those_of_the_file_and_a_hold_stands_first,
    every_figure_is_one_of_a_plan_that_applies,
    every_reason_is_an_answer_that_counts,
    progress_never_goes_backwards,
    a_link_opens_what_it_was_made_of,
    answers_carried_to_the_same_quiz_stay,
    a_translation_changes_words_alone,
}

proptest! {
    #![proptest_config(often())]

    #[test]
    fn progress_counts_the_longest_path(file in small(), moves in moves(8)) {
        Trail::check(&file, &moves, laws::progress_counts_the_longest_path);
    }

    #[test]
    fn progress_never_goes_backwards_in_a_wide_quiz(file in wide(), moves in moves(14)) {
        Trail::check_last(&file, &moves, laws::progress_never_goes_backwards);
    }
}
