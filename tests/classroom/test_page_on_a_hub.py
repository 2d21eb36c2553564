"""The lecturer's page on the server that a hub starts for her: who may open it there?"""

import json
import re

import pytest
from asking import TOKEN, reply
from class_pages import class_with_essays

from course import _places
from tools.checking.serving import served

EXTENSION = "course.classroom.page.extension"
LAB = (
    "jupyter",
    "server",
    "--allow-root",
    f"--ServerApp.jpserver_extensions={ {EXTENSION: True} }",
)


def test_only_a_lecturers_settings_name_it():
    """So that no student's server loads it?"""
    named = [
        path
        for path in sorted((_places.PACKAGE / "hosts").rglob("*.json"))
        if EXTENSION in path.read_text(encoding="utf-8")
    ]
    assert named == [_places.lecturer_config() / "jupyter_server_config.json"]


@pytest.mark.process
def test_on_a_server(tmp_path, monkeypatch):
    """Without a token, with another's, with a cookie and no form of ours: is nothing shown and
    nothing begun? With all of them: is it the same page, below the server's own address?
    """
    folder, name, _ = class_with_essays(tmp_path / "class")
    monkeypatch.setenv("STEEL_FRAME_CLASS", str(folder.path))
    here = f"steel-frame/class/of/{name}/"
    with served(tmp_path, tmp_path, command=LAB) as url:
        for headers in ({}, {"Authorization": "token another's"}):
            assert b"Classic" not in reply(url, here, None, headers)[2]
            assert reply(url, here, b"step=report", headers)[0] == 403
        status, told, page = reply(url, f"{here}?token=test", None, {})
        assert (status, b"Classic government" in page) == (200, True)
        assert "default-src 'none'" in told["Content-Security-Policy"]
        cookies = "; ".join(one.partition(";")[0] for one in told.get_all("Set-Cookie"))
        assert reply(url, here, b"step=report", {"Cookie": cookies})[0] == 403
        assert json.loads(reply(url, "steel-frame/class/state", None, TOKEN)[2])["version"] == 0
        word = re.search(rb'name="_xsrf" value="([^"]+)"', page)[1]
        status, told, _ = reply(
            url, here, b"step=export&what=moodle&_xsrf=" + word, {"Cookie": cookies}
        )
        assert status == 200
        assert b"Write files for the office" in reply(url, here, None, TOKEN)[2]
