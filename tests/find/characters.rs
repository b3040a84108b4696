//! Chinese as typed: traditional, simplified, regional forms, full width, punctuation.

use super::{find, must_find, must_not_find, paths};

#[test]
fn characters_are_found_as_typed_in_any_form() {
    must_find(&[
        ("前海", "qianhai-2026/overview/qianhai"),
        ("具體任務", "qianhai-2026/overview/tasks"),
        ("具体任务", "qianhai-2026/overview/tasks"),
        ("監管沙盒", "qianhai-2026/rules/reg-sandbox"),
        ("监管沙盒", "qianhai-2026/rules/reg-sandbox"),
        ("獸醫", "qianhai-2026/rules/vets"),
        ("兽医", "qianhai-2026/rules/hk-vets"),
        ("灣區之光", "qianhai-2026/landmarks/bay-glory"),
        ("湾区之光", "qianhai-2026/landmarks/bay-glory"),
        ("遊艇", "qianhai-2026/industry/yachts"),
        ("游艇", "qianhai-2026/industry/yacht-travel"),
        ("臺", "hetao-shenzhen/resources-2025/platforms"),
        ("合作平臺", "hetao-shenzhen/resources-2025/platforms"),
        ("合作平台", "gba-platforms/four-platforms/platforms"),
        ("一帶一路", "china-belarus/hk-role/belt-road"),
        ("一带一路", "hk-fyp-regional/belt-road/belt-road-initiative"),
        ("「一國兩制」", "qianhai-2026/overview/one-country"),
        ("一国两制", "hetao-shenzhen/hk-park/one-country"),
        ("聯系人", "hk-fyp-regional/reactions/super-connector"),
        ("聯繫人", "china-belarus/hk-role/super-connector"),
        ("联系人", "china-belarus/hk-role/super-connector"),
        ("放寬至30天", "ce-visits/2026-central-asia/visa-relax"),
        ("放宽至３０天", "ce-visits/2026-central-asia/visa-relax"),
        ("就學就醫", "qianhai-2026/livelihood/3-2"),
        ("就学、就医", "qianhai-2026/livelihood/3-2"),
        ("ＱＦＬＰ", "qianhai-2026/rules/qflp-scheme"),
        ("APEC國際", "qianhai-2026/industry/2-8"),
        ("ａｐｅｃ国际", "qianhai-2026/industry/2-8"),
        ("烏茲別克", "ce-visits/2026-central-asia/uzbekistan"),
        ("乌兹别克", "ce-visits/2026-central-asia/uzbekistan"),
        ("「走出去」專責", "china-belarus/hk-role/task-force"),
        ("走出去专责小组", "china-belarus/hk-role/task-force-name"),
        ("1+N", "qianhai-2026/livelihood/1n"),
        ("１＋Ｎ", "qianhai-2026/e-hub/model-1n"),
        ("亞歷山大盧卡申科", "china-belarus/park/lukashenko"),
        ("卢卡申科", "china-belarus/park/lukashenko"),
        ("数據跨境", "hetao-shenzhen/flows/data"),
        ("琴澳一体化", "gba-platforms/four-platforms/hq-macao"),
        ("發改委", "gba-platforms/four-platforms/ndrc"),
        ("发改委", "hetao-shenzhen/overview/ndrc"),
        ("簽約項目", "hetao-shenzhen/signing/projects"),
        ("首批大楼", "hetao-shenzhen/hk-park/first-buildings"),
    ]);
    must_not_find(&[
        ("前海", "ce-visits/2026-central-asia/agreements"),
        ("海前", "qianhai-2026/overview/qianhai"),
        ("橫琴", "qianhai-2026/overview/tasks"),
        ("獸醫", "qianhai-2026/rules/1-2"),
        ("\"沙盒監管\"", "qianhai-2026/rules/reg-sandbox"),
        ("\"前海數字\"", "qianhai-2026/overview/tasks"),
        ("pec", "qianhai-2026/industry/apec-forum"),
        ("510", "qianhai-2026/e-hub/model-1510"),
    ]);
}

#[test]
fn regional_forms_and_punctuation_find_the_same() {
    for (one, other) in [
        ("裏", "里"),
        ("裡", "里"),
        ("線", "綫"),
        ("線", "线"),
        ("着", "著"),
        ("台", "臺"),
        ("衞", "衛"),
        ("説", "說"),
        ("群", "羣"),
        ("為", "爲"),
        ("啟", "啓"),
        ("粵港澳", "粤港澳"),
        ("行動方案", "《行動方案》"),
        ("港資港法港資港仲裁", "港資港法、港資港仲裁"),
        ("中白工業園", "中白　工業園"),
        ("e-hub", "Ｅ－ＨＵＢ"),
    ] {
        let (mut a, mut b) = (paths(one), paths(other));
        a.sort();
        b.sort();
        assert_eq!(a, b, "{one} {other}");
    }
}

#[test]
fn what_is_nowhere_is_not_found() {
    for typed in ["龘", "火星移民", "𠮷野家", "qqqq", "987654321", "1999年", "\"前海香港深圳\""]
    {
        assert_eq!(find(typed).total, 0, "{typed}");
    }
}
