//! The quiz in one engine, the one that `SKIN_QUIZ_BROWSER` names. The modules follow the contract
//! of interaction, line by line, and then what goes wrong and what the result offers.

mod harness;

/// What a clinic's page asks for.
mod asked;
/// Line 9: axe on every screen.
mod axe;
/// Line 3: Back.
mod back;
/// Taps that come too fast.
mod double_taps;
/// Line 7: taps before the program has loaded.
mod early;
/// On a clinic's page.
mod embed;
/// Line 6: "None of these".
mod exclusive;
/// Line 10: what cannot be loaded.
mod failures;
/// Where WebAssembly is refused.
mod fallback;
/// Line 1: focus and scrolling.
mod focus;
/// Line 3: a history that others wrote into.
mod foreign_history;
/// What the height of a frame tells.
mod heights;
/// Scripts and frames that mean harm.
mod hostile;
/// Behind the real nginx with the shipped configuration, and a new build while a page loads.
mod hosting;
/// Line 2: native inputs, by pointer and by keys.
mod inputs;
/// Line 9: keys alone.
mod keyboard;
/// Languages: which one is shown, and changing it.
mod language;
/// Line 9: narrow screens, fingers, and what a visitor prefers.
mod layout;
/// Fragments and sub-paths.
mod links;
/// The clinic's colours.
/// A server that is gone, and one that keeps its files to itself.
mod lost;
/// Each file missing in turn.
mod missing;
/// What comes after the first question, and a line so slow that visitors come before it.
mod parts;
/// Where and when the element shows.
mod placed;
/// What can be read without any program.
mod plain;
/// On paper.
mod printed;
/// Line 5: progress.
mod progress;
/// Line 8: nothing leaves the page.
mod quiet;
/// A data file that changes while the page is open.
mod refresh;
/// Line 4: the state is replayed.
mod replay;
/// The page for whoever signs the content off.
mod report;
/// What the result offers.
mod result;
/// A program that stops.
mod stops;
/// Where staff edit.
mod studio;
/// The wall between the page and the quiz.
mod walled;
/// A thousand steps.
mod wander;

use std::process::ExitCode;

use harness::{Test, tests};

fn main() -> ExitCode {
    harness::run(everywhere(), chromium_alone())
}

/// What axe finds in colours, and in words, is the same in every engine.
fn chromium_alone() -> Vec<Test> {
    tests![
        axe::every_screen_is_clean_in_dark,
        axe::a_moment_is_clean_in_dark,
        studio::clean::it_is_clean_in_dark,
        axe::every_failure_is_clean_in_dark,
        language::every_screen_is_clean_in_spanish,
        plain::it_is_clean_in_dark,
        plain::it_is_clean_in_print,
        report::it_is_clean_in_dark,
        report::it_is_clean_in_print,
    ]
}

fn everywhere() -> Vec<Test> {
    tests![
        stops::in_every_step_nothing_is_lost,
        stops::a_step_drawn_without_its_focus_is_focused,
        stops::a_tap_is_not_lost,
        stops::clicks_while_it_starts_again_count,
        stops::taps_while_it_starts_again_count,
        stops::a_travel_while_it_starts_again_counts,
        stops::the_second_time_it_is_plain_javascript,
        stops::the_third_time_within_a_minute_is_told,
        stops::while_the_later_part_comes,
        stops::a_later_part_that_never_comes_is_done_without,
        stops::a_result_stands_as_it_stood,
        stops::another_language_stays,
        stops::a_program_that_does_not_answer_is_replaced,
        stops::the_page_around_hears_nothing_of_it,
        studio::stops::the_last_key_is_safe,
        studio::stops::after_three_times_the_draft_can_be_saved,
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
        early::a_continue_before_any_script_is_kept,
        early::early_picks_and_focus_are_kept,
        early::a_press_that_began_before_ends_where_it_began,
        early::an_early_continue_without_picks_says_so,
        parts::questions_need_nothing_that_comes_later,
        parts::a_page_that_brings_nothing_along_waits_for_the_files,
        parts::a_moment_is_no_end,
        parts::a_later_part_that_is_lost_is_tried_again,
        parts::a_retry_keeps_what_was_answered,
        parts::early_picks_are_kept_on_a_slow_line,
        quiet::nothing_is_requested_or_stored_after_loading,
        quiet::no_request_tells_where_it_comes_from,
        axe::every_screen_is_clean_in_light,
        axe::a_moment_is_clean_in_light,
        axe::every_failure_is_clean_in_light,
        keyboard::keys_alone_reach_the_result,
        keyboard::the_focus_is_seen_and_never_behind_the_bar,
        layout::nothing_scrolls_sideways_at_320,
        layout::nothing_scrolls_sideways_from_right_to_left,
        layout::targets_are_44_high_and_inputs_16,
        layout::little_motion_is_asked_for_and_had,
        layout::forced_colours_show_what_is_checked,
        language::the_address_chooses_the_language,
        language::the_documents_language_comes_second,
        language::a_language_not_offered_gives_the_quizs_own_and_nothing_more_is_asked_for,
        language::changing_it_keeps_answers_position_and_focus,
        language::a_shared_result_changes_its_language,
        language::a_language_pressed_before_the_program_has_loaded_counts,
        language::a_language_that_does_not_come_is_told_of,
        language::a_chosen_language_that_is_broken_is_told_of,
        language::a_broken_translation_gives_the_quizs_own_language,
        language::the_data_file_knows_the_languages_better_than_the_page,
        language::a_text_without_translation_says_its_language,
        language::a_changed_translation_shows,
        language::plural_forms_are_those_of_the_browser,
        language::from_right_to_left_the_time_line_runs_from_the_right,
        language::nothing_scrolls_sideways_in_arabic,
        language::every_screen_is_clean_in_arabic,
        failures::the_data_file_is_missing,
        failures::the_data_file_is_not_json,
        failures::the_data_file_is_newer,
        failures::the_data_file_breaks_a_rule,
        failures::the_text_file_is_missing,
        failures::the_wasm_has_the_wrong_type,
        failures::a_retry_after_mending_the_data_brings_the_quiz,
        failures::a_retry_after_mending_the_wasm_brings_the_quiz,
        fallback::a_walk_by_pointer,
        fallback::a_walk_by_keys,
        fallback::a_walk_through_everything,
        fallback::going_back,
        fallback::early_choices,
        fallback::in_another_language,
        fallback::on_a_clinics_page,
        fallback::web_assembly_is_forbidden,
        fallback::the_wasm_is_missing,
        fallback::the_wasm_is_corrupted,
        fallback::the_wasm_is_of_another_build,
        fallback::the_bindings_are_missing,
        fallback::a_trap_loses_nothing,
        plain::neither_program_runs,
        plain::neither_program_runs_on_a_clinics_page,
        plain::neither_program_runs_in_another_language,
        plain::a_lost_connection_asks_for_no_fallback,
        plain::nothing_but_the_reason_comes,
        plain::scripts_are_off,
        plain::a_page_without_scripts_leads_there,
        plain::it_is_whole_in_each_language,
        plain::it_is_clean_in_light,
        plain::nothing_scrolls_sideways_at_320,
        double_taps::a_double_tap_on_a_choice_is_one_step,
        double_taps::a_double_tap_on_continue_is_one_step,
        double_taps::a_double_tap_with_little_motion_is_one_step,
        embed::a_plain_page,
        embed::a_hostile_theme,
        embed::a_strict_policy,
        embed::a_column_of_280_pixels,
        embed::a_page_from_right_to_left,
        embed::a_page_builders_div,
        embed::two_quizzes_and_the_script_twice,
        embed::added_late_removed_and_put_back,
        embed::a_step_scrolls_only_where_the_top_is_out_of_view,
        embed::a_tag_manager_learns_no_answer,
        embed::what_is_offered_works_and_is_told,
        embed::back_in_an_embedded_quiz,
        embed::a_stale_link_is_told_of,
        embed::what_cannot_be_embedded_is_told_of,
        placed::in_a_tab_that_is_hidden_at_first,
        placed::hidden_by_an_attribute_of_its_own,
        placed::hidden_by_a_class_of_its_own,
        placed::an_error_in_a_hidden_tab_is_told,
        placed::room_is_kept_free_at_once_and_given_back,
        placed::it_waits_until_it_is_near,
        placed::it_is_loaded_at_once_where_that_is_asked_for,
        placed::without_src_it_lies_beside_the_script,
        placed::a_folder_may_have_a_dot,
        placed::a_div_becomes_one_by_an_attribute_set_later,
        placed::a_removed_quiz_is_quiet,
        placed::a_moved_quiz_starts_again,
        placed::a_quiz_moved_whole_goes_on,
        placed::a_move_that_fails_is_told_of,
        placed::a_listener_may_remove_it,
        heights::a_question_is_as_high_whatever_is_picked,
        heights::it_is_told_in_steps,
        heights::it_has_an_end,
        walled::the_frame_is_allowed_what_it_needs,
        walled::a_blip_of_the_network_leaves_it_standing,
        walled::a_quiz_that_never_starts_is_told_of,
        walled::without_cors_on_the_pages_own_server_it_is_opened,
        walled::a_second_load_that_fails_is_told_of,
        walled::storage_on_the_pages_own_server_is_refused,
        hostile::the_host_cannot_read_the_frame,
        hostile::messages_change_nothing,
        hostile::messages_before_the_first_hello,
        hostile::a_hello_is_held_to_its_shape,
        hostile::a_frame_of_another_origin_changes_and_reads_nothing,
        hostile::a_frame_that_lies_is_held_to_the_shapes,
        asked::the_look_is_that_of_the_page,
        asked::headings_go_on_where_the_page_stops,
        asked::links_are_those_of_the_page_and_carry_its_campaign,
        asked::a_summary_goes_along_word_for_word,
        asked::what_is_asked_for_wrongly_is_told_of,
        asked::another_data_file,
        asked::answers_are_kept_in_the_tab_where_the_clinic_wants_it,
        asked::early_picks_are_kept_in_the_tab,
        asked::without_its_look_or_its_memory_the_quiz_goes_on,
        asked::a_look_that_is_late_loses_nothing,
        lost::the_server_dies_while_it_loads,
        lost::a_missing_start_script_is_told_of_after_a_while,
        lost::without_style_and_pictures_the_quiz_goes_on,
        lost::styles_that_a_policy_refuses_come_as_a_file,
        lost::without_a_network_the_quiz_goes_on,
        lost::without_cors_it_works_with_an_origin,
        missing::every_file_has_its_case,
        missing::what_the_page_says_stays,
        missing::the_quiz_goes_on,
        missing::the_visitor_is_told,
        wander::a_thousand_steps_leave_nothing_behind,
        hosting::the_quiz_works_under_its_policy,
        hosting::the_quiz_works_in_a_clinics_page_under_both_policies,
        hosting::only_a_named_site_may_show_it,
        hosting::nothing_can_be_sent_away,
        hosting::a_new_deployment_passes_a_page_that_loads,
        links::a_stale_link_is_told_of,
        links::somebody_elses_fragment_is_ignored,
        links::a_shared_link_shows_the_result_without_cautions,
        links::a_sub_path_serves_everything,
        refresh::a_changed_file_shows_and_answers_stay,
        refresh::a_broken_file_changes_nothing,
        report::it_is_clean_in_light,
        report::it_asks_for_nothing,
        result::a_hold_takes_booking_away,
        result::without_a_hold_one_can_book,
        result::the_result_is_copied_as_text,
        result::a_refused_clipboard_gives_the_text_to_select,
        result::print_opens_the_browsers_dialogue,
        printed::a_clinics_colours_are_none_on_paper,
        printed::only_what_can_be_read_is_printed,
        printed::it_takes_few_pages,
        printed::addresses_are_without_what_was_added,
        result::an_answer_is_changed_from_the_result,
        result::clearing_forgets_every_answer,
        result::under_18_the_quiz_ends_kindly,
        studio::whole::a_person_changes_adds_translates_signs_and_saves,
        studio::drafts::a_killed_tab_loses_nothing,
        studio::drafts::a_version_comes_back,
        studio::drafts::the_last_20_versions_are_kept,
        studio::drafts::a_draft_goes_on_beside_a_website_that_changed,
        studio::drafts::two_tabs_keep_a_draft_each,
        studio::saving::what_is_unsaved_is_seen_and_asked_for,
        studio::saving::saving_without_an_edit_changes_nothing,
        studio::saving::a_picked_file_is_written_where_it_came_from,
        studio::saving::a_file_that_cannot_be_written_is_downloaded,
        studio::opening::a_newer_file_is_refused,
        studio::opening::a_broken_file_is_repaired,
        studio::opening::nothing_but_published_files_is_asked_for,
        studio::opening::an_own_file_is_opened_and_a_new_one_begun,
        studio::opening::a_file_is_dropped_anywhere_on_the_page,
        studio::opening::the_address_names_another_data_file,
        studio::opening::an_address_that_names_no_file_begins_it,
        studio::editing::keys_undo_and_redo,
        studio::editing::problems_stand_at_their_fields_and_are_mended,
        studio::editing::deleting_says_what_depends_on_it,
        studio::editing::a_thing_is_dragged_to_another_place,
        studio::conditions::a_condition_is_put_inside_of_another,
        studio::reasons::a_warning_stays_with_a_reason,
        studio::visitors::a_made_up_visitor_is_led_through_the_quiz,
        studio::visitors::a_made_up_visitor_is_added_and_taken_out,
        studio::preview::the_preview_follows_each_keystroke,
        studio::preview::the_preview_can_be_used,
        studio::preview::the_map_and_made_up_visitors_lead_on,
        studio::languages::a_translation_goes_out_and_comes_back,
        studio::languages::translated_words_of_the_interface_are_previewed,
        studio::languages::a_review_of_a_translation_is_written_into_it,
        studio::sign::the_report_is_a_page_of_its_own,
        studio::keys::keys_alone_reach_and_move_things,
        studio::clean::it_is_clean_in_light,
        studio::clean::nothing_scrolls_sideways_on_a_tablet,
        studio::website::an_accent_dresses_the_preview_and_stands_in_the_lines,
        studio::website::what_cannot_be_read_is_moved_and_told_of,
        studio::website::what_cannot_be_used_is_told_of,
        studio::website::pasted_lines_fill_the_fields_and_are_kept,
        studio::website::copied_lines_show_the_quiz_in_that_look,
        studio::website::a_preview_without_its_look_is_told_of,
        studio::website::keys_alone_choose_a_look,
    ]
}
