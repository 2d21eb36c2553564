"""What is done to a copy of the project, and which checks must say so:
each harm with its file, tests and words.
"""

from harms import (
    beside_the_first_card,
    beside_the_first_card_in_other_words,
    in_notebook,
    long_cell,
    stored_figure,
    stored_word,
    swap,
    swollen,
    two_dollars,
    unfolded,
)

__all__ = ["CHAPTER", "SABOTAGES"]

CHAPTER = "notebooks/01-classic-government.ipynb"
PAST = "notebooks/12-weighing-the-past.ipynb"

SABOTAGES = {
    "a formula": (
        "course/models/chain.py",
        swap("** k) ** n", "** k) ** (n + 1)"),
        ["tests/models/test_chain.py::test_reference_values"],
        ["test_chain.py", "reference_values"],
    ),
    "a published figure (hashes renewed)": (
        "datasets/indicators/wgi.csv",
        swap("PAK,2022,ge,-0.625", "PAK,2022,ge,-0.525"),
        ["tests/record/test_data.py::test_a_known_figure_is_there_to_the_printed_digit"],
        ["test_data.py", "printed_digit"],
    ),
    "a figure, by hand": (
        "datasets/indicators/vdem_v15.csv",
        swap("AFG,1990,1.155", "AFG,1990,2.155"),
        ["tests/record/test_data.py::test_loads_typed_and_fresh"],
        ["datasets/indicators/vdem_v15.csv", "git checkout|install the course again"],
    ),
    "the key of a question (hashes renewed)": (
        "datasets/questions/classic.yaml",
        swap("answer: 36", "answer: 41"),
        ["tests/items/test_questions.py"],
        ["datasets/questions, classic-chain", "correct the key"],
    ),
    "a callback": (
        "course/hosts/keeping.py",
        swap("else kind.score(answer)", "else kind.score(one, answer)"),
        ["tests/interactives/test_quiz.py"],
        ["keeping.py", "takes 2 positional arguments"],
    ),
    "a chart's description": (
        "course/charts/chart.py",
        swap(
            '"title": title, "source": source, "description": description}',
            '"title": title, "source": source}',
        ),
        ["tests/charts/test_charts.py"],
        ["test_charts.py", "empty_part"],
    ),
    "a vote of a phone that has voted": (
        "course/live/state.py",
        swap("if phone in now.answers:", "if phone in ():"),
        ["tests/live/test_state.py::test_a_phone_votes_once_and_again_after_the_talk"],
        ["test_state.py", "votes_once"],
    ),
    "a vote of few on the wall": (
        "course/live/state.py",
        swap("FEW = 5", "FEW = 2"),
        ["tests/live/test_journal.py::test_few_are_not_shown"],
        ["test_journal.py", "few_are_not_shown"],
    ),
    "a phone's number beside its address": (
        "course/live/server.py",
        swap('"phone": phone,', '"phone": phone, "from": self.request.remote_ip,'),
        ["tests/live/test_server.py::Hour::test_the_file_holds_a_number_and_an_answer"],
        ["test_server.py", "holds_a_number_and_an_answer"],
    ),
    "widget state in a notebook": (
        CHAPTER,
        in_notebook(lambda b: b["metadata"].update(widgets={"state": {}})),
        ["tests/rules/test_notebooks.py"],
        [CHAPTER, "course check --write"],
    ),
    "an outside request": (
        "course/hosts/browser/plotly.js",
        swap("/steel-frame/plotly-", "https://cdn.example.org/plotly-"),
        ["tests/rules/test_sources.py"],
        ["course/hosts/browser/plotly.js", "ship it inside the course"],
    ),
    "a cell too long": (
        CHAPTER,
        in_notebook(long_cell),
        ["tests/rules/test_style.py"],
        [CHAPTER, "move the work into course/lessons"],
    ),
    "a stored output": (
        CHAPTER,
        in_notebook(stored_figure),
        [CHAPTER],
        ["01-classic-government", "mismatch"],
    ),
    "the hash of a stored document": (
        CHAPTER,
        in_notebook(stored_word),
        [CHAPTER],
        ["01-classic-government", "mismatch 'text/plain'"],
    ),
    "a verdict by hand beside a card": (
        PAST,
        in_notebook(beside_the_first_card),
        ["tests/rules/test_style.py"],
        [PAST, "written by hand", "course check --write"],
    ),
    "a verdict by hand in other words": (
        PAST,
        in_notebook(beside_the_first_card_in_other_words),
        ["tests/rules/test_style.py"],
        [PAST, "prove the text wrong", "written by hand", "course check --write"],
    ),
    "a verdict whose words are no longer looked for": (
        "tools/style/verdicts.py",
        swap("(?:wrong|false|untrue|mistaken)", "(?:mistaken)"),
        ["tests/rules/test_style.py::test_a_verdict_in_other_words_is_one"],
        ["test_style.py", "in_other_words"],
    ),
    "a count by hand beside a card": (
        CHAPTER,
        swap("[36](#figure-merit-and-effectiveness-reading_for?compare=changes)", "36"),
        ["tests/rules/test_style.py"],
        [CHAPTER, "written by hand", "course check --write"],
    ),
    "a card that tells its counts before the reader's verdict": (
        "course/interactives/paper.py",
        swap('brief=(), reason="", choices', "brief=(), choices"),
        ["tests/hosts/test_printing.py::test_a_card_on_paper_waits_for_the_readers_verdict"],
        ["test_printing.py", "readers_verdict"],
    ),
    "a quoted verdict that the record does not give": (
        PAST,
        swap("[no such change](#verdict-merit-and-1973)", "[supports](#verdict-merit-and-1973)"),
        ["tests/rules/test_style.py"],
        [PAST, "is now 'no such change'", "course check --write"],
    ),
    "a reading of the words that a card keeps back": (
        "course/evidence/cards/face.py",
        swap("    for one in several:\n", "    for one in several[:1]:\n"),
        ["tests/evidence/test_as_read.py::test_the_readers_first_reading_carries_the_badge"],
        ["test_as_read.py", "carries_the_badge"],
    ),
    "a card whose badge is of our own question": (
        "course/evidence/cards/face.py",
        swap("return several[0].verdict, [", "return own, ["),
        ["tests/evidence/test_as_read.py::test_the_readers_first_reading_carries_the_badge"],
        ["test_as_read.py", "carries_the_badge"],
    ),
    "a step in another year than the claim's, which a card folds away": (
        "course/evidence/cards/lines.py",
        swap("        told.append(step)", "        pass"),
        ["tests/evidence/test_as_read.py::test_a_card_says_where_its_step_is"],
        ["test_as_read.py", "where_its_step_is"],
    ),
    "a cause that a card does not test, and does not say so": (
        "course/evidence/cards/lines.py",
        swap('        told.append(say("lines.no_cause_tested"))', "        pass"),
        ["tests/evidence/test_as_read.py::test_a_card_says_that_no_cause_is_tested"],
        ["test_as_read.py", "no_cause_is_tested"],
    ),
    "a district's errors as if children were drawn one by one": (
        "course/evidence/districts.py",
        swap("CLUSTERED = 2.0", "CLUSTERED = 1.0"),
        [
            "tests/evidence/test_districts.py::test_a_change_is_the_tables_with_errors_twice_as_large"
        ],
        ["test_districts.py", "twice_as_large"],
    ),
    "false verdicts that are left out of the sum": (
        "course/evidence/weighed.py",
        swap("return max(self.rates.for_it + self.rates.against, held)", "return held"),
        ["tests/interactives/test_synthesis.py::test_both_sides_of_a_rate_add_up"],
        ["test_synthesis.py", "add_up"],
    ),
    "noise that is scaled for another coefficient": (
        "course/evidence/rates.py",
        swap("own.sd(rho) if own", "own.sd() if own"),
        ["tests/evidence/test_persistence.py"],
        ["test_persistence.py", "leaves_as_much"],
    ),
    "words that no claim says (hashes renewed)": (
        "datasets/evidence.yaml",
        swap('decides: "Corruption prevails"', 'decides: "Corruption grows"'),
        ["tests/evidence/test_decides.py"],
        ["test_decides.py", "Corruption grows"],
    ),
    "a claim that is not there": (
        CHAPTER,
        swap("](#claim-CG-a3)", "](#claim-CG-z9)"),
        ["tests/rules/test_style.py"],
        [CHAPTER, "datasets/paper|claims.csv"],
    ),
    "a claim no longer taught": (
        CHAPTER,
        swap(", [CG-06](#claim-CG-06)", ""),
        ["tests/rules/test_notebooks.py"],
        [CHAPTER, "teach CG-06"],
    ),
    "minutes that are a wish": (
        CHAPTER,
        swap("**70 minutes**", "**20 minutes**"),
        ["tests/rules/test_style.py"],
        [CHAPTER, "by its length it takes"],
    ),
    "a chapter that nobody reads to its end": (
        CHAPTER,
        in_notebook(swollen),
        ["tests/rules/test_style.py"],
        [CHAPTER, "words to read in order, of at most 3800"],
    ),
    "an objective that nothing checks (hashes renewed)": (
        "datasets/questions/classic.yaml",
        swap("objective: compute-chain", "objective: test-merit"),
        ["tests/items/test_questions.py"],
        ["datasets/questions/classic.yaml", "add a question or name the objective"],
    ),
    "a prediction with the wrong key (hashes renewed)": (
        "datasets/questions/classic.yaml",
        swap("answer: 14", "answer: 24"),
        ["tests/items/test_questions.py"],
        ["datasets/questions, classic-half", "correct the key"],
    ),
    "a chapter that starts a kernel": (
        CHAPTER,
        in_notebook(lambda b: b["metadata"].pop("steel_frame")),
        ["tests/rules/test_notebooks.py"],
        ["without_a_kernel", "course check --write"],
    ),
    "a cure that is missing": (
        "course/hosts/doctor/files.py",
        swap(
            '"set STEEL_FRAME_HOME to a folder you may write to and open the course again."', '""'
        ),
        ["tests/hosts/test_doctor.py"],
        ["SF07 does not say"],
    ),
    "a pale colour": (
        "course/charts/theme.py",
        swap('"blue": "#0b5a94"', '"blue": "#9fd0f0"'),
        ["tests/charts/test_charts.py"],
        ["course/charts/theme.py", "it needs 3:1"],
    ),
    "a version out of range": (
        "constraints.txt",
        swap("\npandas==", "\npandas==1."),
        ["tests/rules/test_sources.py"],
        ["constraints.txt", "write it again"],
    ),
    "code in the way": (
        CHAPTER,
        in_notebook(unfolded),
        ["tests/rules/test_style.py"],
        [CHAPTER, "hide-input"],
    ),
    "an amount that is read as mathematics": (
        CHAPTER,
        in_notebook(two_dollars),
        ["tests/rules/test_dollars.py"],
        [CHAPTER, "name the money in words"],
    ),
    "an empty passport": (
        "datasets/datapackage.json",
        swap('"checked": "Estimate', '"checked": "", "was": "Estimate'),
        ["tests/record/test_data.py::test_every_passport_is_filled_in"],
        ["datasets/datapackage.json, wgi", "fill in 'checked'"],
    ),
    "an import from above": (
        "course/record/data.py",
        swap("from course import _places", "from course import _places, charts"),
        ["tests/rules/test_sources.py"],
        ["course/record/data.py", "turn it round"],
    ),
    "a type that is another": (
        "course/items/lines.py",
        swap('return line["device"], line["n"]', 'return line["n"], line["device"]'),
        ["pyright", "course/items/lines.py"],
        ["course/items/lines.py", "is not assignable to return type"],
    ),
    "a parameter without a type": (
        "course/items/situations.py",
        swap("def sitting(name: str)", "def sitting(name)"),
        ["pyright", "course/items/situations.py"],
        ["course/items/situations.py", "Type annotation is missing"],
    ),
    "a verdict that hangs on one choice": (
        "course/evidence/result.py",
        swap("if all(result.estimate", "if any(result.estimate"),
        ["tests/evidence/test_evidence.py::test_the_rule_of_the_verdict"],
        ["test_evidence.py", "leaves open"],
    ),
    "nothing said where a true change may look so": (
        "course/evidence/result.py",
        swap("and missed <= MISSED", "and missed <= 1"),
        ["tests/evidence/test_evidence.py::test_when_and_only_when_nothing_happened"],
        ["test_evidence.py", "no such change"],
    ),
    "errors taken as it suits": (
        "course/evidence/errors.py",
        swap("return max(found.values())", "return min(found.values())"),
        ["tests/evidence/test_periods.py::test_a_change_agrees_with_the_formula"],
        ["test_periods.py", "agrees_with_the_formula"],
    ),
    "a figure typed into a title (hashes renewed)": (
        "datasets/evidence.yaml",
        swap("fell by {size:.2f}", "fell by 0.86"),
        ["tests/evidence/test_inquiries.py::test_no_figure_is_typed"],
        ["datasets/evidence.yaml", "types a figure"],
    ),
    "an error forgotten": (
        "course/evidence/periods.py",
        swap("of_a + of_b if", "of_a if"),
        ["tests/evidence/test_periods.py::test_a_change_agrees_with_the_formula"],
        ["test_periods.py", "agrees_with_the_formula"],
    ),
    "hours that do not add up": (
        "SYLLABUS.md",
        swap("| 0.75 |", "| 1.75 |"),
        ["tests/rules/test_syllabus.py"],
        ["SYLLABUS.md", "mend the total"],
    ),
    "keys in one place": (
        "course/items/questions.py",
        swap("shuffle(order)", "choice(order)"),
        ["tests/items/test_questions.py::test_no_pattern_guesses_more_than_half"],
        ["datasets/questions/", "take another seed"],
    ),
    "a test that a newcomer cannot collect": (
        "tests/browser/test_opening.py",
        swap("import pytest\n", "import pytest\nfrom playwright.sync_api import expect\n"),
        ["tests/rules/test_sources.py"],
        ["tests/browser/test_opening.py", "import inside the test"],
    ),
    "a silence filled (hashes renewed)": (
        "datasets/paper/matrix.csv",
        swap(
            "service uniformity,pakistan,,,silent",
            "service uniformity,pakistan,Uniform on paper,,silent",
        ),
        ["tests/paper/test_paper.py"],
        ["datasets/paper/matrix.csv, service uniformity, pakistan", "called silent"],
    ),
    "an event without a source (hashes renewed)": (
        "datasets/paper/record.csv",
        swap(",general knowledge", ",one source"),
        ["tests/paper/test_record.py"],
        ["datasets/paper/record.csv", "sources and confidence disagree"],
    ),
    "a claim that a table invents (hashes renewed)": (
        "datasets/paper/tensions.csv",
        swap("RS-40;RS-43;GOV-06", "RS-40;RS-99;GOV-06"),
        ["tests/paper/test_paper.py"],
        ["datasets/paper/tensions.csv", "no claim RS-99"],
    ),
    "a rule of a case": (
        "course/evidence/cases/_rules.py",
        swap("not low <= value <= high", "not low <= high"),
        ["tests/evidence/test_cases_hostile.py"],
        ["test_cases_hostile.py", "a value outside its interval"],
    ),
    "versions mixed": (
        "course/record/data.py",
        swap('other.get("version") != resource.get("version")', "False"),
        ["tests/record/test_data.py::test_two_versions_of_v_dem_are_not_joined"],
        ["test_data.py", "DID NOT RAISE"],
    ),
    "a table passed on that may only be cited (hashes renewed)": (
        "datasets/indicators/cited_figures.csv",
        swap(",PAK,2022,Corruption", ",PAK,2021,Corruption"),
        ["tests/record/test_data.py::test_cpi_and_qog_are_cited_and_not_passed_on"],
        ["test_data.py", "test_cpi_and_qog"],
    ),
    "a page that asks another machine": (
        "course/interface/templates/page.html",
        swap(
            "{{ style }}\n</head>", "<script src='//example.org/x.js'></script>{{ style }}\n</head>"
        ),
        ["tests/hosts/test_edition.py::test_no_outside_request"],
        ["test_edition.py", "asks another machine"],
    ),
    "a merge that loses": (
        "course/items/lines.py",
        swap(
            "missing = [line for line in theirs if name_of(line) not in held]",
            "missing = [line for line in theirs if name_of(line) not in held][:1]",
        ),
        ["tests/items/test_answers.py"],
        ["test_answers.py", "brought_in"],
    ),
    "an order by the clock": (
        "course/items/lines.py",
        swap(
            "sorted(place, key=place.__getitem__)",
            'sorted(place, key=lambda name: kept[name]["at"])',
        ),
        ["tests/items/test_lines.py"],
        ["test_lines.py", "whatever_its_clock_said"],
    ),
    "an answers file that everybody can read": (
        "course/doors/plain_files.py",
        swap("_OWN = 0o600", "_OWN = 0o644"),
        ["tests/doors/test_plain_files.py"],
        ["test_plain_files.py", "owner_alone"],
    ),
    "a wrong type in a module of the browser": (
        "course/hosts/browser/keeping.js",
        swap("host.keep({ item: item.id,", "host.keep({ item: item,"),
        ["bash", ".ci/javascript"],
        ["course/hosts/browser/keeping.js", "Type 'Item' is not assignable to type 'string'"],
    ),
    "a name that no file declares": (
        "course/hosts/browser/quiz.js",
        swap("drawnOf, kindOf", "kindOf"),
        ["bash", ".ci/javascript"],
        ["course/hosts/browser/quiz.js", "noUndeclaredVariables"],
    ),
    "a name that nobody uses": (
        "course/hosts/browser/turning.js",
        swap("  let at = 0;\n", "  let at = 0;\n  const was = at;\n"),
        ["bash", ".ci/javascript"],
        ["course/hosts/browser/turning.js", "noUnusedVariables"],
    ),
    "a merge that differs in the page": (
        "course/hosts/pages/lines.js",
        swap("now + 86400000", "now + 86400000 * 9999"),
        ["-m", "node", "tests/hosts/test_page_lines.py"],
        ["test_page_lines.py", "one_rule_for_two_files"],
    ),
    "a student's answers in a document": (
        "course/interactives/reflect.py",
        swap(
            '{"items": [questions.reflection(item)]}',
            '{"items": [questions.reflection(item)], "past": '
            '__import__("course.items.answers").answers.latest([item])}',
        ),
        ["tests/interactives/test_quiz.py::test_predictions_and_reflections_are_kept_whole"],
        ["test_quiz.py", "img src"],
    ),
    "a room that asks the wrong card's verdict": (
        "notebooks/12-weighing-the-past.ipynb",
        swap('course.verdict(\\"growth\\")', 'course.verdict(\\"two-dates\\")'),
        ["tests/rules/test_notebooks.py::test_a_room_asks_before_it_shows"],
        ["12-weighing-the-past.ipynb", "predict, choose, look, write"],
    ),
    "claims that a handout leaves out": (
        "course/hosts/print/handout.py",
        swap("return part.paper", "return part"),
        ["tests/hosts/test_printing.py::test_a_handout_states_every_claim_and_term_that_it_names"],
        ["test_printing.py", "every_claim_and_term"],
    ),
    "a document that ends twice": (
        "course/interactives/interactive.py",
        swap("if not unpacker.eof or unpacker.unused_data:", "if not unpacker.eof:"),
        ["tests/interactives"],
        ["test_interactive.py", "behind the end"],
    ),
    "a tension that a sector loses (hashes renewed)": (
        "datasets/paper/tension_sectors.csv",
        swap("TN-01,security,bites,editorial\n", ""),
        ["tests/paper/test_paper.py"],
        ["tension_sectors.csv, TN-01", "one row a sector"],
    ),
    "a key that is packed in a document": (
        "course/classroom/cycle/leaks.py",
        swap("read_as, unread = layers(raw)", "read_as, unread = [raw], []"),
        ["tests/classroom/test_sheets.py::test_a_packed_leak_is_found"],
        ["test_sheets.py", "packed_leak"],
    ),
    "a document that no sheet makes": (
        "course/classroom/cycle/leaks.py",
        swap("if repr(document) not in ours:", "if document.id not in str(ours):"),
        ["tests/classroom/test_sheets.py::test_a_sheet_holds_its_own_documents_alone"],
        ["test_sheets.py", "its_own_documents"],
    ),
    "a sheet that opens empty": (
        "course/classroom/cycle/sheet.py",
        swap('cell["outputs"] = [', 'cell["left out"] = ['),
        ["tests/classroom/test_sheets.py::test_a_sheet_opens_live"],
        ["test_sheets.py", "opens_live"],
    ),
    "a link that collect follows": (
        "course/classroom/cycle/inbound.py",
        swap("os.O_RDONLY | os.O_NOFOLLOW |", "os.O_RDONLY |"),
        ["tests/classroom/test_inbound.py"],
        ["test_inbound.py", "DID NOT RAISE|is no plain file|second name"],
    ),
    "a hand-in in another's name": (
        "course/classroom/cycle/collecting.py",
        swap("return [one for one in found if one.owner == one.student]", "return found"),
        ["tests/classroom/test_inbound.py::test_nobody_hands_in_for_another"],
        ["test_inbound.py", "bina8"],
    ),
    "a formula behind a semicolon": (
        "course/classroom/exports/spreadsheet.py",
        swap("([;|", "([|"),
        ["tests/classroom/test_report.py::test_no_cut_begins_a_formula"],
        ["test_report.py", "no_cut_begins"],
    ),
    "one student's fault for all": (
        "course/classroom/cycle/told.py",
        swap("except BaseException as error:", "except KeyError as error:"),
        ["tests/classroom/test_collecting.py::test_one_fault_stays_one_students"],
        ["test_collecting.py", "RecursionError"],
    ),
    "a student's words on the page of feedback": (
        "course/interface/templates/feedback.html",
        swap(
            '{% for text in part.answer %}<p dir="auto">{{ text }}',
            '{% for text in part.answer %}<p dir="auto">{{ text | safe }}',
        ),
        ["tests/classroom/test_feedback.py::test_nothing_runs_and_nothing_is_fetched"],
        ["test_feedback.py", "nothing_runs"],
    ),
    "a mark of answers that were replaced": (
        "course/classroom/cycle/folder.py",
        swap("not marked.is_of(sheet, done.parent)", "not sheet"),
        ["tests/classroom/test_grading.py::test_who_is_stopped_is_marked_by_the_next_run"],
        ["test_grading.py", "marks are of other answers"],
    ),
    "a discrimination turned round": (
        "course/classroom/report/measures.py",
        swap("min(1.0, correlation(xs, ys))", "min(1.0, -correlation(xs, ys))"),
        ["tests/classroom/test_analysis.py::test_the_planted_bad_items_are_flagged"],
        ["test_analysis.py", "not found in the first class"],
    ),
    "students named unasked": (
        "course/classroom/report/report_page.py",
        swap("named=names", "named=True"),
        ["tests/classroom/test_report.py::test_nobody_is_named_unasked"],
        ["test_report.py", "Ayesha"],
    ),
    "a student's words as markup": (
        "course/interface/templates/__init__.py",
        swap("autoescape=True", "autoescape=False"),
        ["tests/classroom/test_report.py::test_hostile_words_are_words"],
        ["test_report.py", "script"],
    ),
    "four of a class at the Desk": (
        "course/classroom/report/desk_groups.py",
        swap("SMALLEST = 5", "SMALLEST = 4"),
        [
            "tests/classroom/test_analysis_privacy.py::test_the_desk_shows_groups_of_five_of_those_who_ticked"
        ],
        ["test_analysis_privacy.py", "groups_of_five"],
    ),
    "markup from data": (
        "course/hosts/browser/keeping.js",
        swap("kept.textContent = reply.said", "kept.innerHTML = reply.said"),
        ["tests/rules/test_sources.py"],
        ["course/hosts/browser/keeping.js", "set textContent"],
    ),
    "an extension that is nowhere, in a hub's settings": (
        "course/hosts/jupyter/config/jupyter_server_config.json",
        swap('"jupyter_lsp": false', '"jupyter_lps": false'),
        ["tests/rules/test_deploy.py"],
        ["course/hosts/jupyter/config", "no server extension is called jupyter_lps"],
    ),
    "a secret in a hub's configuration": (
        "deploy/z2jh-values.yaml",
        swap("hub:\n", "proxy:\n  secretToken: 0f3a\nhub:\n"),
        ["tests/rules/test_deploy.py"],
        ["deploy/z2jh-values.yaml", "leave it to whoever runs the hub"],
    ),
    "wheels that are installed unseen": (
        "course/hosts/bundle/start.py",
        swap("        self.bundle.check(wheels)\n", ""),
        ["tests/hosts/test_bundle_start.py::test_a_damaged_wheel_is_named"],
        ["test_bundle_start.py", "damaged_wheel"],
    ),
    "a bundle that takes answers along": (
        "course/hosts/bundle/contents.py",
        swap('"notebooks", ".ipynb"', '"notebooks"'),
        ["tests/hosts/test_bundle.py::test_nobodys_answers_are_in_it"],
        ["test_bundle.py", "nobodys_answers"],
    ),
    "an id that a merge doubled": (
        CHAPTER,
        in_notebook(lambda b: b["cells"][1].update(id=b["cells"][0]["id"])),
        ["tests/tools/test_canonical.py::test_the_shipped_chapters_have_no_double"],
        [CHAPTER.split("/")[1], "course check --write"],
    ),
    "a symbol that paper draws": (
        "course/charts/symbols.py",
        swap('"star": _star', '"stars": _star'),
        ["tests/charts/test_still.py::test_each_symbol_has_a_shape_of_its_own"],
        ["has no symbol 'star'"],
    ),
    "how a typed number is read": (
        "course/doors/numerals.py",
        swap("if mark != decimal:", "if mark:"),
        ["tests/doors/test_numerals.py"],
        ["test_numerals.py", "1,200,5"],
    ),
    "the door of the verbs": (
        "course/plainly.py",
        swap("except TypeError:", "except KeyError:"),
        ["tests/test_verbs.py::test_a_wrong_kind_is_told_with_a_right_call"],
        ["test_verbs.py", "TypeError"],
    ),
    "a guess without its place (hashes renewed)": (
        "datasets/questions/classic.yaml",
        swap('    mark: "y"\n', ""),
        ["tests/items/test_predictions.py"],
        ["classic-ladder", "set `mark`|datasets/questions/classic.yaml is damaged"],
    ),
    "a kernel that looks beside the notebook": (
        "course/hosts/jupyter/kernels/kernels/python3/kernel.json",
        swap('"-P", ', ""),
        ["tests/hosts/test_beside.py::test_our_kernel_is_what_ipykernel_would_be"],
        ["test_beside.py", "our_kernel"],
    ),
    "an upgrade that writes over a reader's words": (
        "course/hosts/jupyter/chapters.py",
        swap('return "kept" if known.get("words") == words else "changed"', 'return "old"'),
        [
            "tests/hosts/test_chapters.py::test_a_changed_chapter_is_kept_and_the_new_one_laid_beside_it_once"
        ],
        ["test_chapters.py", "changed_chapter_is_kept"],
    ),
    "ports that can be guessed": (
        "deploy/jupyterhub_config.py",
        swap("secrets.SystemRandom().sample(_PORTS, min(_TRIES, len(_PORTS)))", "_PORTS"),
        ["tests/rules/test_deploy.py::test_nobody_can_guess_a_port"],
        ["test_deploy.py", "nobody_can_guess"],
    ),
    "a test that is in two tiers": (
        "tests/hosts/test_answers_api_refusals.py",
        swap("= pytest.mark.process", "= [pytest.mark.process, pytest.mark.classroom]"),
        ["-m", "process", "tests/hosts/test_answers_api_refusals.py"],
        ["test_answers_api_refusals.py", "A test has one tier"],
    ),
    "a notebook outside of the folder": (
        "course/hosts/jupyter/below_root.py",
        swap("or not path.is_relative_to(whole)", ""),
        ["tests/hosts/test_answers_api_refusals.py::test_no_path_leads_out_of_the_folder"],
        ["test_answers_api_refusals.py", "leads_out_of_the_folder"],
    ),
    "a page whose scripts need no word": (
        "course/hosts/jupyter/pages.py",
        swap("script-src 'nonce-{nonce}' blob:", "script-src 'self' blob:"),
        ["tests/hosts/test_served_pages.py::test_a_page_has_a_policy_of_its_own"],
        ["test_served_pages.py", "policy_of_its_own"],
    ),
    "a chapter that is a link": (
        "course/hosts/pages/served.py",
        swap("seen = os.lstat(path)", "seen = os.stat(path)"),
        ["tests/hosts/test_pages.py::test_what_cannot_be_read_gives_way_to_the_chapter"],
        ["test_pages.py", "gives_way"],
    ),
    "a chart that a release cannot draw": (
        "course/charts/contest.py",
        swap('"type": "scatter"', '"type": "scattergl"'),
        ["tests/hosts/test_library.py::test_the_bundle_draws_all_charts"],
        ["contest-for-rents: scattergl", "draw it from those"],
    ),
    "a scene without an end": (
        "course/charts/pictures/scene.py",
        swap("    of_scene(given)\n", ""),
        ["tests/charts/test_bounds.py::test_a_scene_without_an_end_is_refused"],
        ["test_bounds.py", "without_an_end"],
    ),
    "a colour of the charts in one place alone": (
        "course/charts/theme.py",
        swap('"plum": "#8b3d7d"', '"plum": "#8b3d7e"'),
        ["tests/charts/test_theme.py"],
        ["test_theme.py", "colours_of_the_charts"],
    ),
    "a model that a newcomer cannot find": (
        "CONTRIBUTING.md",
        swap("lab/partners | partners", "lab/partners | partner"),
        ["tests/rules/test_contributing.py"],
        ["CONTRIBUTING.md, willing-partners", "is not there"],
    ),
    "a quiz that hides what must stay (hashes renewed)": (
        "datasets/questions/governance.yaml",
        swap("(06, slides", "(slides"),
        ["tests/rules/test_contributing.py"],
        ["governance.yaml", "write at its head"],
    ),
}
