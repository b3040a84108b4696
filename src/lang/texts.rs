//! The names of all texts. Each language gives every one of them its words; `{gaps}` are filled by
//! name.

macro_rules! texts {
    ($(#[$doc:meta])* $table:ident { $($name:ident)* }) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $table {
            $(#[doc = concat!("The text `", stringify!($name), "`.")] pub $name: &'static str,)*
        }

        impl $table {
            /// Every text by name.
            pub fn all(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($name), self.$name)),*]
            }
        }
    };
}

texts! {
    /// The texts of the screen.
    Ui {
        app home all_sections overview measures numbers timeline voices terms sources measure task
        number event voice term source actual target planned limit person organisation place
        document programme concept technology as_of counts note related where_at tags aka issuer
        period date_note series page link page_n declared listed listed_of parts tasks sections
        bottom_line headline next_up last_was today days_ahead days_ago under_way open_since plans
        problems no_problems problem_count warning help help_title help_search help_none
        plan_by_number jump jump_prompt jump_none board_of no_numbers nothing_here more_below
        whole_text too_small all_plans this_scope cited_by theme_light theme_dark group_move
        group_go group_view group_app inferred none position reload_done key_up_down key_close
        key_scroll key_pick key_type next_item where_it_stands panicked panicked_log no_terminal group_item copied_osc52
        copied_native copied_cut copy_off copy_failed nothing_to_copy press_a_key pinned unpinned
        not_pinned pins_title pins_empty pin_gone note_prompt not_saved news no_news all_marked too_much_to_mark was
        new_item changed_item no_link no_place no_later find_prompt find_hint find_count find_all
        find_none find_near find_building find_more find_tried find_or way_characters way_english
        way_pinyin way_jyutping way_number way_date hit_of no_hits key_scope simplified_on simplified_off simplifying
        theme_is source_of key_save theme_contrast theme_safe store_busy store_corrupt store_newer
        store_large copy_fell_back as_written dumb_terminal
        reload_changed reload_items reload_and reload_added reload_gone reload_kept reading
    }
}

texts! {
    /// The texts the commands print.
    Cli {
        no_library no_folder error warning note check_sum check_clean fmt_changed fmt_wanted fmt_left
        fmt_clean fmt_differs new_made new_added new_next new_exists new_bad_id new_section_name
        new_no_plan new_no_source path_library path_config path_state path_builtin path_read
        path_missing path_here path_default path_argument path_variable path_setting path_beside
        path_own path_log path_log_why path_state_why out_there out_made found_sum
        found_more found_none found_instead not_a_plan
    }
}

texts! {
    /// The texts about what is wrong in a briefing or in the config.
    Problems {
        no_plans no_plan_file not_a_file unreadable too_large library_too_large too_many_files outside too_intricate more_problems not_utf8 not_utf8_big5 not_utf8_utf16 syntax
        unknown_key near wrong_type a_text a_count texts a_table tables a_switch missing empty unknown_word
        bad_id repeated_id bad_figure bad_date no_source no_section no_number no_item more_listed
        unlisted series_unit private_use unsafe_text figure_empty figure_no_number figure_trailing
        figure_two_numbers figure_range figure_grouping figure_other date_empty date_unreadable
        date_no_such_day date_order date_instead bad_setting bad_key unknown_action key_twice
        figure_vague figure_qualifiers figure_units figure_numeral figure_fraction figure_size
        date_month date_unbounded date_year date_time unused_source undeclared_parts
        undeclared_measures simplified_found simplified_each simplified_gap width_slip not_nfc
        too_long outside_period stale figure_negative
    }
}
