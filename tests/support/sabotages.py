"""What is done to a copy of the project, and which checks must say so: each harm with its file, tests and words."""

from harms import in_notebook, keys_first, long_cell, stored_figure, swap, unfolded

__all__ = ["SABOTAGES"]

CHAPTER = "notebooks/01-classic-government.ipynb"

SABOTAGES = {
    "a formula": (
        "course/models/chain.py",
        swap("** k) ** n", "** k) ** (n + 1)"),
        ["tests/test_chain.py::test_reference_values"],
        ["test_chain.py", "reference_values"],
    ),
    "a published figure (hashes renewed)": (
        "datasets/indicators/wgi.csv",
        swap("PAK,2022,ge,-0.625", "PAK,2022,ge,-0.525"),
        ["tests/test_data.py::test_a_known_figure_is_there_to_the_printed_digit"],
        ["test_data.py", "printed_digit"],
    ),
    "a figure, by hand": (
        "datasets/indicators/vdem_v15.csv",
        swap("AFG,1990,1.155", "AFG,1990,2.155"),
        ["tests/test_data.py::test_loads_typed_and_fresh"],
        ["datasets/indicators/vdem_v15.csv", "git checkout|install the course again"],
    ),
    "the key of a question (hashes renewed)": (
        "datasets/questions/classic.yaml",
        swap("answer: 36", "answer: 41"),
        ["tests/test_questions.py"],
        ["datasets/questions, classic-chain", "correct the key"],
    ),
    "a callback": (
        "course/widgets/asking.py",
        swap("else scoring.score(item, answer)", "else scoring.score(answer)"),
        ["tests/test_quiz.py"],
        ["asking.py", "missing 1 required positional argument"],
    ),
    "a chart's description": (
        "course/charts/chart.py",
        swap(
            '"title": title, "source": source, "description": description}',
            '"title": title, "source": source}',
        ),
        ["tests/test_charts.py"],
        ["test_charts.py", "empty_part"],
    ),
    "widget state in a notebook": (
        CHAPTER,
        in_notebook(lambda b: b["metadata"].update(widgets={"state": {}})),
        ["tests/rules/test_notebooks.py"],
        [CHAPTER, "course check --write"],
    ),
    "an outside request": (
        "course/widgets/plotly.js",
        swap("/steel-frame/plotly-", "https://cdn.example.org/plotly-"),
        ["tests/rules/test_sources.py"],
        ["course/widgets/plotly.js", "ship it inside the course"],
    ),
    "a cell too long": (
        CHAPTER,
        in_notebook(long_cell),
        ["tests/rules/test_notebooks.py"],
        [CHAPTER, "move the work into course/lessons"],
    ),
    "a stored output": (
        CHAPTER,
        in_notebook(stored_figure),
        [CHAPTER],
        ["01-classic-government", "mismatch"],
    ),
    "a claim that is not there": (
        CHAPTER,
        swap("](#claim-CG-a3)", "](#claim-CG-z9)"),
        ["tests/rules/test_notebooks.py"],
        [CHAPTER, "datasets/paper|claims.csv"],
    ),
    "a claim no longer taught": (
        CHAPTER,
        swap("([CG-06](#claim-CG-06))", ""),
        ["tests/rules/test_notebooks.py"],
        [CHAPTER, "teach CG-06"],
    ),
    "minutes that are a wish": (
        CHAPTER,
        swap("**45 minutes.**", "**20 minutes.**"),
        ["tests/rules/test_notebooks.py"],
        [CHAPTER, "by its length it takes"],
    ),
    "an objective that nothing checks (hashes renewed)": (
        "datasets/questions/classic.yaml",
        swap("objective: judge-uniformity", "objective: test-merit"),
        ["tests/test_questions.py"],
        ["datasets/questions/classic.yaml", "add a question or name the objective"],
    ),
    "a prediction with the wrong key (hashes renewed)": (
        "datasets/questions/classic.yaml",
        swap("answer: 14", "answer: 24"),
        ["tests/test_questions.py"],
        ["datasets/questions, classic-half", "correct the key"],
    ),
    "code that the extension may not run": (
        CHAPTER,
        swap('course.check(\\"classic\\")', 'course.check(\\"classic\\") '),
        ["tests/rules/test_notebooks.py"],
        ["shipped.json", "course check --write"],
    ),
    "a cure that is missing": (
        "course/doctor/files.py",
        swap('"set STEEL_FRAME_HOME to a folder you may write to and open the course again."', '""'),
        ["tests/test_doctor.py"],
        ["SF07 does not say"],
    ),
    "a pale colour": (
        "course/charts/theme.py",
        swap('"blue": "#0b5a94"', '"blue": "#9fd0f0"'),
        ["tests/test_charts.py"],
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
        ["tests/rules/test_notebooks.py"],
        [CHAPTER, "hide-input"],
    ),
    "an empty passport": (
        "datasets/datapackage.json",
        swap('"checked": "Estimate', '"checked": "", "was": "Estimate'),
        ["tests/test_data.py::test_every_passport_is_filled_in"],
        ["datasets/datapackage.json, wgi", "fill in 'checked'"],
    ),
    "an import from above": (
        "course/data.py",
        swap("from course import _places", "from course import _places, charts"),
        ["tests/rules/test_sources.py"],
        ["course/data.py", "turn it round"],
    ),
    "a verdict that hangs on one choice": (
        "course/evidence/result.py",
        swap("if all(result.estimate", "if any(result.estimate"),
        ["tests/test_evidence.py::test_the_rule_of_the_verdict"],
        ["test_evidence.py", "leaves open"],
    ),
    "a figure typed into a title (hashes renewed)": (
        "datasets/evidence.yaml",
        swap("fell by {size:.2f}", "fell by 0.86"),
        ["tests/test_inquiries.py::test_no_figure_is_typed"],
        ["datasets/evidence.yaml", "types a figure"],
    ),
    "an error forgotten": (
        "course/evidence/periods.py",
        swap("sqrt(a.se**2 + b.se**2)", "sqrt(a.se**2)"),
        ["tests/test_periods.py::test_a_change_agrees_with_the_formula"],
        ["test_periods.py", "agrees_with_the_formula"],
    ),
    "hours that do not add up": (
        "SYLLABUS.md",
        swap("| 0.75 |", "| 1.75 |"),
        ["tests/rules/test_syllabus.py"],
        ["SYLLABUS.md", "mend the total"],
    ),
    "keys in one place (hashes renewed)": (
        "datasets/questions/classic.yaml",
        keys_first,
        ["tests/test_questions.py::test_the_key_has_no_favourite_place"],
        ["datasets/questions/classic.yaml", "put some elsewhere"],
    ),
    "a test that a newcomer cannot collect": (
        "tests/browser/test_waking.py",
        swap("import pytest\n", "import pytest\nfrom playwright.sync_api import expect\n"),
        ["tests/rules/test_sources.py"],
        ["tests/browser/test_waking.py", "import inside the test"],
    ),
    "a silence filled (hashes renewed)": (
        "datasets/paper/matrix.csv",
        swap("service uniformity,pakistan,,,silent", "service uniformity,pakistan,Uniform on paper,,silent"),
        ["tests/test_paper.py"],
        ["datasets/paper/matrix.csv, service uniformity, pakistan", "called silent"],
    ),
    "an event without a source (hashes renewed)": (
        "datasets/paper/record.csv",
        swap(
            '"general knowledge, unverified"',
            "published",
        ),
        ["tests/test_paper.py"],
        ["datasets/paper/record.csv", "source and basis disagree"],
    ),
    "a claim that a table invents (hashes renewed)": (
        "datasets/paper/tensions.csv",
        swap("RS-40;RS-43;GOV-06", "RS-40;RS-99;GOV-06"),
        ["tests/test_paper.py"],
        ["datasets/paper/tensions.csv", "no claim RS-99"],
    ),
    "a rule of a case": (
        "course/cases/_rules.py",
        swap("not low <= value <= high", "not low <= high"),
        ["tests/test_cases.py"],
        ["test_cases.py", "a value outside its interval"],
    ),
    "versions mixed": (
        "course/data.py",
        swap('other.get("version") != resource.get("version")', "False"),
        ["tests/test_data.py::test_two_versions_of_v_dem_are_not_joined"],
        ["test_data.py", "DID NOT RAISE"],
    ),
    "a table passed on that may only be cited (hashes renewed)": (
        "datasets/indicators/cited_figures.csv",
        swap(",PAK,2022,Corruption", ",PAK,2021,Corruption"),
        ["tests/test_data.py::test_cpi_and_qog_are_cited_and_not_passed_on"],
        ["test_data.py", "test_cpi_and_qog"],
    ),
    "a page that asks another machine": (
        "course/edition/page.py",
        swap("{style}\n</head>", "<script src='//example.org/x.js'></script>{style}\n</head>"),
        ["tests/test_edition.py::test_no_outside_request"],
        ["test_edition.py", "asks another machine"],
    ),
    "a merge that loses": (
        "course/answers.py",
        swap(
            "new = [line for name, line in theirs.items() if name not in ours]",
            "new = list(theirs.values())[:1]",
        ),
        ["tests/test_answers.py"],
        ["test_answers.py", "brought_in"],
    ),
    "a student's answers in the edition": (
        "course/edition/reading.py",
        swap('hidden = {"past", "lines"}', "hidden = set()"),
        ["tests/test_edition.py::test_nothing_of_a_student_gets_into_it"],
        ["test_edition.py", "a secret of mine"],
    ),
    "a tension that a sector loses (hashes renewed)": (
        "datasets/paper/tension_sectors.csv",
        swap("TN-01,security,bites,editorial\n", ""),
        ["tests/test_paper.py"],
        ["tension_sectors.csv, TN-01", "one row a sector"],
    ),
    "a discrimination turned round": (
        "course/classroom/measures.py",
        swap("min(1.0, correlation(xs, ys))", "min(1.0, -correlation(xs, ys))"),
        ["tests/test_analysis.py::test_the_planted_bad_items_are_flagged"],
        ["test_analysis.py", "not found in the first class"],
    ),
    "students named unasked": (
        "course/classroom/report_page.py",
        swap("if names and analysis.n", "if analysis.n"),
        ["tests/test_report.py::test_nobody_is_named_unasked"],
        ["test_report.py", "Ayesha"],
    ),
    "a student's words as markup": (
        "course/classroom/report_page.py",
        swap("return escape(_STRANGE.sub(", "return str(_STRANGE.sub("),
        ["tests/test_report.py::test_hostile_words_are_words"],
        ["test_report.py", "script"],
    ),
    "four of a class at the Desk": (
        "course/classroom/desk_groups.py",
        swap("SMALLEST = 5", "SMALLEST = 4"),
        ["tests/test_analysis_privacy.py::test_the_desk_shows_groups_of_five_of_those_who_ticked"],
        ["test_analysis_privacy.py", "groups_of_five"],
    ),
    "markup from data": (
        "course/widgets/asking.js",
        swap("kept.textContent = reply", "kept.innerHTML = reply"),
        ["tests/rules/test_sources.py"],
        ["course/widgets/asking.js", "set textContent"],
    ),
    "an extension that is nowhere, in a hub's settings": (
        "course/lab/config/jupyter_server_config.json",
        swap('"jupyter_lsp": false', '"jupyter_lps": false'),
        ["tests/rules/test_deploy.py"],
        ["course/lab/config", "no server extension is called jupyter_lps"],
    ),
    "a secret in a hub's configuration": (
        "deploy/z2jh-values.yaml",
        swap("hub:\n", "proxy:\n  secretToken: 0f3a\nhub:\n"),
        ["tests/rules/test_deploy.py"],
        ["deploy/z2jh-values.yaml", "leave it to whoever runs the hub"],
    ),
    "wheels that are installed unseen": (
        "course/bundle/start.py",
        swap("        self.bundle.check(wheels)\n", ""),
        ["tests/test_bundle_start.py::test_a_damaged_wheel_is_named"],
        ["test_bundle_start.py", "damaged_wheel"],
    ),
    "a bundle that takes answers along": (
        "course/bundle/contents.py",
        swap('"notebooks", ".ipynb"', '"notebooks"'),
        ["tests/test_bundle.py::test_nobodys_answers_are_in_it"],
        ["test_bundle.py", "nobodys_answers"],
    ),
    "a kernel that looks beside the notebook": (
        "course/lab/kernels/kernels/python3/kernel.json",
        swap('"-P", ', ""),
        ["tests/test_beside.py::test_our_kernel_is_what_ipykernel_would_be"],
        ["test_beside.py", "our_kernel"],
    ),
    "an upgrade that writes over a reader's words": (
        "course/lab/chapters.py",
        swap('return "kept" if known.get("words") == words else "changed"', 'return "old"'),
        ["tests/test_chapters.py"],
        ["test_chapters.py", "changed_chapter_is_kept"],
    ),
    "ports that can be guessed": (
        "deploy/jupyterhub_config.py",
        swap("secrets.SystemRandom().sample(_PORTS, min(_TRIES, len(_PORTS)))", "_PORTS"),
        ["tests/rules/test_deploy.py::test_nobody_can_guess_a_port"],
        ["test_deploy.py", "nobody_can_guess"],
    ),
}
