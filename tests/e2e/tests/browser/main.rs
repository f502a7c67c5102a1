//! The quiz in one engine, the one that `SKIN_QUIZ_BROWSER` names. The modules follow the contract
//! of interaction, line by line, and then what goes wrong and what the result offers.

mod harness;

/// Line 9: axe on every screen.
mod axe;
/// Line 3: Back.
mod back;
/// Taps that come too fast.
mod double_taps;
/// Line 7: taps before the program has loaded.
mod early;
/// Line 6: "None of these".
mod exclusive;
/// Line 10: what cannot be loaded.
mod failures;
/// Line 1: focus and scrolling.
mod focus;
/// Line 3: a history that others wrote into.
mod foreign_history;
/// Line 2: native inputs, by pointer and by keys.
mod inputs;
/// Line 9: keys alone.
mod keyboard;
/// Line 9: narrow screens, fingers, and what a visitor prefers.
mod layout;
/// Fragments and sub-paths.
mod links;
/// Line 5: progress.
mod progress;
/// Line 8: nothing leaves the page.
mod quiet;
/// A data file that changes while the page is open.
mod refresh;
/// Line 4: the state is replayed.
mod replay;
/// What the result offers.
mod result;

use std::process::ExitCode;

use harness::tests;

fn main() -> ExitCode {
    harness::run(tests![
        focus::nothing_moves_before_the_first_action,
        focus::nothing_moves_before_the_first_action_in_a_frame,
        focus::a_step_gives_the_heading_focus_without_scrolling,
        focus::a_heading_out_of_view_is_scrolled_to,
        inputs::every_question_is_native_inputs_in_a_fieldset_with_a_legend,
        inputs::a_walk_by_pointer_reaches_the_result,
        inputs::a_tap_on_a_single_choice_moves_on,
        inputs::a_tap_on_the_choice_already_picked_moves_on,
        inputs::a_finger_moves_on,
        inputs::arrow_keys_only_select_and_enter_moves_on,
        inputs::arrow_keys_only_select_and_continue_moves_on,
        inputs::the_space_bar_toggles_a_checkbox,
        inputs::continue_without_an_answer_says_so,
        back::back_goes_back_one_question_and_out_after_the_first,
        back::back_in_a_frame_goes_back_one_question_and_out_after_the_first,
        back::forward_goes_on_again,
        back::an_answer_no_longer_asked_is_kept,
        back::the_own_back_keeps_the_history_in_step,
        back::back_from_the_result_and_from_an_ending,
        back::back_leaves_after_a_reload_in_mid_walk,
        back::back_while_loading,
        foreign_history::a_foreign_state_leaves_the_quiz_right,
        foreign_history::a_foreign_entry_leaves_the_quiz_right,
        foreign_history::a_stale_position_leaves_the_quiz_right,
        foreign_history::coming_back_from_another_page_leaves_the_quiz_right,
        replay::the_same_answers_give_the_same_result,
        progress::progress_is_said_in_words_and_never_goes_backwards,
        exclusive::none_of_these_and_the_others_exclude_each_other,
        early::early_picks_and_continue_are_kept,
        early::early_picks_and_focus_are_kept,
        early::an_early_continue_without_picks_says_so,
        quiet::nothing_is_requested_or_stored_after_loading,
        quiet::no_request_tells_where_it_comes_from,
        axe::every_screen_is_clean_in_light,
        axe::every_screen_is_clean_in_dark,
        axe::every_failure_is_clean_in_light,
        axe::every_failure_is_clean_in_dark,
        keyboard::keys_alone_reach_the_result,
        keyboard::the_focus_is_seen_and_never_behind_the_bar,
        layout::nothing_scrolls_sideways_at_320,
        layout::nothing_scrolls_sideways_from_right_to_left,
        layout::targets_are_44_high_and_inputs_16,
        layout::little_motion_is_asked_for_and_had,
        layout::forced_colours_show_what_is_checked,
        failures::the_data_file_is_missing,
        failures::the_data_file_is_not_json,
        failures::the_data_file_is_newer,
        failures::the_data_file_breaks_a_rule,
        failures::the_text_file_is_missing,
        failures::the_wasm_is_missing,
        failures::the_wasm_is_corrupted,
        failures::the_wasm_has_the_wrong_type,
        failures::the_bindings_are_missing,
        failures::the_browser_has_no_web_assembly,
        failures::a_retry_after_mending_the_data_brings_the_quiz,
        failures::a_retry_after_mending_the_wasm_brings_the_quiz,
        double_taps::a_double_tap_on_a_choice_is_one_step,
        double_taps::a_double_tap_on_continue_is_one_step,
        double_taps::a_double_tap_with_little_motion_is_one_step,
        links::a_stale_link_is_told_of,
        links::somebody_elses_fragment_is_ignored,
        links::a_shared_link_shows_the_result_without_cautions,
        links::a_sub_path_serves_everything,
        refresh::a_changed_file_shows_and_answers_stay,
        refresh::a_broken_file_changes_nothing,
        result::a_hold_takes_booking_away,
        result::without_a_hold_one_can_book,
        result::the_result_is_copied_as_text,
        result::a_refused_clipboard_gives_the_text_to_select,
        result::print_opens_the_browsers_dialogue,
        result::an_answer_is_changed_from_the_result,
        result::clearing_forgets_every_answer,
        result::under_18_the_quiz_ends_kindly,
    ])
}
