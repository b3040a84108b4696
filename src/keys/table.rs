//! Every action in one table: its name in `config.toml`, its default keys, its group on the help page,
//! and its sentence in each language. Whatever tells a reader about keys reads this table.

use crate::lang::Lang;

/// The part of the help page an action stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Moving in what is on the screen.
    Move,
    /// Going to another plan, section or pane.
    Go,
    /// What can be done with the selected item.
    Item,
    /// Another way to look at the same.
    View,
    /// The program itself.
    App,
}

impl Group {
    /// All groups in the order of the help page.
    pub const ALL: [Self; 5] = [Self::Move, Self::Go, Self::Item, Self::View, Self::App];

    /// Its heading.
    pub fn name(self, lang: Lang) -> &'static str {
        let t = lang.ui();
        match self {
            Self::Move => t.group_move,
            Self::Go => t.group_go,
            Self::Item => t.group_item,
            Self::View => t.group_view,
            Self::App => t.group_app,
        }
    }
}

/// A row of the table.
#[derive(Debug)]
pub struct Row {
    /// The action.
    pub action: Action,
    /// Its name in `[keys]` of `config.toml`.
    pub name: &'static str,
    /// Its keys unless the reader says otherwise, apart by spaces.
    pub keys: &'static str,
    /// Its part of the help page.
    pub group: Group,
    /// Two to four characters for the foot of the screen, in 繁體, 简体 and English.
    hint: [&'static str; 3],
    /// What it does, in 繁體, 简体 and English.
    does: [&'static str; 3],
}

impl Row {
    /// The word for the foot of the screen.
    pub fn hint(&self, lang: Lang) -> &'static str {
        lang.pick(self.hint)
    }

    /// What it does, in one sentence.
    pub fn does(&self, lang: Lang) -> &'static str {
        lang.pick(self.does)
    }
}

macro_rules! actions {
    ($($group:ident $action:ident $name:literal $keys:literal $hint:tt $does:tt)*) => {
        /// Something a reader can do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action {
            $(#[doc = concat!("`", $name, "`.")] $action,)*
        }

        /// All actions, in the order of the help page.
        pub static TABLE: &[Row] = &[
            $(Row { action: Action::$action, name: $name, keys: $keys, group: Group::$group, hint: $hint, does: $does },)*
        ];
    };
}

actions! {
    Move Down "down" "j Down" ["下", "下", "down"] ["下一條", "下一条", "Next item"]
    Move Up "up" "k Up" ["上", "上", "up"] ["上一條", "上一条", "Previous item"]
    Move First "first" "g Home" ["首", "首", "first"] ["第一條", "第一条", "First item"]
    Move Last "last" "G End" ["尾", "尾", "last"] ["最後一條", "最后一条", "Last item"]
    Move HalfDown "half-down" "d ^D" ["半頁", "半页", "half"] ["下半頁", "下半页", "Half a page down"]
    Move HalfUp "half-up" "u ^U" ["半頁", "半页", "half"] ["上半頁", "上半页", "Half a page up"]
    Move PageDown "page-down" "Space PgDn" ["頁", "页", "page"] ["下一頁", "下一页", "A page down"]
    Move PageUp "page-up" "PgUp" ["頁", "页", "page"] ["上一頁", "上一页", "A page up"]
    Go NextPane "next-pane" "Tab l Right" ["分頁", "分页", "panes"] ["下一分頁（首頁：下一欄）", "下一分页（首页：下一栏）", "Next pane (on home: next column)"]
    Go PrevPane "previous-pane" "S-Tab h Left" ["分頁", "分页", "panes"] ["上一分頁", "上一分页", "Previous pane"]
    Go NextSection "next-section" "]" ["章節", "章节", "sections"] ["下一章節", "下一章节", "Next section"]
    Go PrevSection "previous-section" "[" ["章節", "章节", "sections"] ["上一章節", "上一章节", "Previous section"]
    Go Home "home" "0" ["總覽", "总览", "home"] ["總覽", "总览", "Home"]
    Go Plan1 "plan-1" "1" ["規劃", "规划", "plans"] ["第一個規劃", "第一个规划", "Plan 1"]
    Go Plan2 "plan-2" "2" ["規劃", "规划", "plans"] ["第二個規劃", "第二个规划", "Plan 2"]
    Go Plan3 "plan-3" "3" ["規劃", "规划", "plans"] ["第三個規劃", "第三个规划", "Plan 3"]
    Go Plan4 "plan-4" "4" ["規劃", "规划", "plans"] ["第四個規劃", "第四个规划", "Plan 4"]
    Go Plan5 "plan-5" "5" ["規劃", "规划", "plans"] ["第五個規劃", "第五个规划", "Plan 5"]
    Go Plan6 "plan-6" "6" ["規劃", "规划", "plans"] ["第六個規劃", "第六个规划", "Plan 6"]
    Go Plan7 "plan-7" "7" ["規劃", "规划", "plans"] ["第七個規劃", "第七个规划", "Plan 7"]
    Go Plan8 "plan-8" "8" ["規劃", "规划", "plans"] ["第八個規劃", "第八个规划", "Plan 8"]
    Go Plan9 "plan-9" "9" ["規劃", "规划", "plans"] ["第九個規劃", "第九个规划", "Plan 9"]
    Go Jump "jump" ":" ["跳到", "跳到", "jump"] ["按名稱跳到規劃或章節", "按名称跳到规划或章节", "Jump to a plan or section by name"]
    Go Open "open" "Enter" ["全文", "全文", "read"] ["打開所選條目的全文", "打开所选条目的全文", "Open the selected item whole"]
    Go Back "back" "Esc" ["返回", "返回", "back"] ["返回（不會離開程式）", "返回（不会离开程序）", "Back (never quits)"]
    Go Find "find" "/" ["搜尋", "搜索", "find"] ["搜尋全部簡報", "搜索全部简报", "Find in all briefings"]
    Go NextHit "next-hit" "n" ["下個結果", "下个结果", "next hit"] ["下一個搜尋結果", "下一个搜索结果", "Next hit"]
    Go PrevHit "previous-hit" "N" ["上個結果", "上个结果", "previous hit"] ["上一個搜尋結果", "上一个搜索结果", "Previous hit"]
    Go PlaceBack "place-back" "," ["後退", "后退", "back"] ["回到上一個到過的地方", "回到上一个到过的地方", "Back to the place before"]
    Go PlaceForward "place-forward" "." ["前進", "前进", "forward"] ["再到下一個到過的地方", "再到下一个到过的地方", "Forward again"]
    Item Copy "copy" "y" ["複製連來源", "复制连来源", "copy"] ["複製條目連來源（一行）", "复制条目连来源（一行）", "Copy the item with its source, on one line"]
    Item CopyMarkdown "copy-markdown" "Y" ["複製", "复制", "copy"] ["複製為 Markdown", "复制为 Markdown", "Copy as Markdown"]
    Item Print "print" "P" ["印出", "印出", "print"] ["離開畫面，直接印出條目，按鍵返回", "离开画面，直接印出条目，按键返回", "Print the item plainly; a key comes back"]
    Item Pin "pin" "m" ["釘選", "钉选", "pin"] ["釘選或取消釘選", "钉选或取消钉选", "Pin or unpin"]
    Item Pins "pins" "'" ["釘選表", "钉选表", "pins"] ["釘選的條目", "钉选的条目", "The pinned items"]
    Item Note "note" "e" ["備註", "备注", "note"] ["給釘選寫一行備註", "给钉选写一行备注", "Write a one-line note on a pin"]
    Item NextNew "next-new" "w" ["新到", "新到", "new"] ["下一條新到或有改動的", "下一条新到或有改动的", "Next new or changed item"]
    Item AllRead "all-read" "W" ["全部已讀", "全部已读", "all read"] ["全部標為已讀", "全部标为已读", "Mark all read"]
    Item Link "link" "o" ["連結", "链接", "link"] ["顯示來源的連結", "显示来源的链接", "Show the source's link"]
    View Board "board" "b" ["大字", "大字", "board"] ["大字板：一個數字佔滿畫面", "大字板：一个数字占满画面", "Board: one figure in big digits"]
    View AllTimeline "all-timeline" "a" ["全部時間線", "全部时间线", "all plans"] ["時間線：本範圍或全部規劃", "时间线：本范围或全部规划", "Timeline: this scope or all plans"]
    View Fold "fold" "z" ["收合", "收合", "fold"] ["收起或展開措施下的任務", "收起或展开措施下的任务", "Fold or unfold the tasks under measures"]
    View Simplified "simplified" "s" ["簡體", "简体", "simplified"] ["內容以簡體字顯示", "内容以简体字显示", "Show the content in simplified characters"]
    View Theme "theme" "T" ["主題", "主题", "theme"] ["換主題", "换主题", "Next theme"]
    App Help "help" "? F1" ["說明", "说明", "help"] ["說明：所有按鍵", "说明：所有按键", "Help: every key"]
    App Reload "reload" "r" ["重讀", "重读", "reload"] ["重新讀取檔案", "重新读取文件", "Read the files again"]
    App Quit "quit" "q ^C" ["離開", "离开", "quit"] ["離開", "离开", "Quit"]
    App Suspend "suspend" "^Z" ["暫停", "暂停", "suspend"] ["放到背景（fg 返回）", "放到后台（fg 返回）", "Suspend (fg comes back)"]
    App Redraw "redraw" "^L" ["重畫", "重画", "redraw"] ["重畫畫面", "重画画面", "Redraw the screen"]
}

impl Action {
    /// Its row in the table.
    pub fn row(self) -> Option<&'static Row> {
        TABLE.iter().find(|row| row.action == self)
    }

    /// The action called `name` in `config.toml`.
    pub fn named(name: &str) -> Option<Self> {
        TABLE.iter().find(|row| row.name == name).map(|row| row.action)
    }

    /// The number of the plan it goes to, from 1, if it goes to one.
    pub fn plan_number(self) -> Option<usize> {
        const PLANS: [Action; 9] = [
            Action::Plan1,
            Action::Plan2,
            Action::Plan3,
            Action::Plan4,
            Action::Plan5,
            Action::Plan6,
            Action::Plan7,
            Action::Plan8,
            Action::Plan9,
        ];
        PLANS.iter().position(|action| *action == self).map(|at| at + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn names_are_plain_and_stand_once() {
        let mut seen = HashSet::new();
        for row in TABLE {
            assert!(
                row.name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'),
                "{}",
                row.name
            );
            assert!(seen.insert(row.name), "{} stands twice", row.name);
        }
    }

    #[test]
    fn every_action_is_worded_in_every_language() {
        for row in TABLE {
            for lang in Lang::ALL {
                assert!(!row.hint(lang).is_empty() && !row.does(lang).is_empty(), "{}", row.name);
            }
        }
    }
}
