"""The lecturer's page: who may open it, and what an address can reach."""

import re
from urllib.parse import quote

from class_pages import KEY
from page_cases import PageCase

from course.interface.words import say


class Doors(PageCase):
    """Who gets in."""

    def test_only_the_key_opens_it(self):
        """Without a key, with another's, under another name: is nothing of the class shown, on no
        address, and nothing begun?
        """
        for path in ("/class/", self.here, f"{self.here}mark/{self.task}/", "/class/state", "/x"):
            for key in ("", "another's", "é"):
                status, said = self.ask(path, key=quote(key))
                assert (status, say("class.no_key") in said) == (403, True), path
                assert "Classic" not in said
        assert self.ask(self.here, {"step": "release"}, key="")[0] == 403
        assert self.ask("/class/", Host="evil.example")[0] == 421
        assert self.runner.now is None

    def test_the_key_leaves_the_address(self):
        """Is it kept in a cookie that no script reads, of this page alone?"""
        status, _ = self.ask(f"/class/?key={KEY}", key="")
        cookie = self.reply.headers["Set-Cookie"]
        assert (status, self.reply.headers["Location"]) == (302, "/class/")
        assert all(word in cookie for word in ("HttpOnly", "SameSite=Strict", "Path=/class"))

    def test_a_change_is_sent_by_a_form_of_ours(self):
        """No word, a wrong one, another page's: is nothing done, in one sentence; and is no change
        made by an address alone?
        """
        word = self.word()
        for sent, headers in (
            ({}, {}),
            ({"_xsrf": "wrong"}, {}),
            ({"_xsrf": "é"}, {}),
            ({"_xsrf": word}, {"Origin": "http://127.0.0.1:9"}),
        ):
            for path in (self.here, "/class/make", "/class/stop", f"{self.here}mark/{self.task}/1"):
                status, said = self.ask(path, {"step": "release", **sent}, **headers)
                assert (status, say("class.not_sent") in said) == (403, True)
        for path in ("/class/make", "/class/stop"):
            assert self.ask(path)[0] == 405
        assert self.runner.now is None
        assert self.runner.version == 0

    def test_a_page_runs_nothing_but_its_own_script(self):
        """Is the policy strict, each word new, and no style or script in the page itself?"""
        words = set()
        for path in ("/class/", self.here, f"{self.here}mark/{self.task}/", "/class/of/x/"):
            self.ask(path)
            raw = self.reply.body.decode()
            policy = self.reply.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "unsafe" not in policy
            words.add(re.search(r"script-src 'nonce-([\w-]+)'", policy)[1])
            assert not re.findall(r"<script(?![^>]* src=)|<style| on\w+=\"| style=", raw)
        assert len(words) == 4

    def test_a_name_is_a_word(self):
        """A tag, a way out of the folder, a name without end: is it a sentence, and text?"""
        for name in ("<script>alert(1)</script>", "../x", "..", "%00", "x" * 3000):
            for path in (
                f"/class/of/{quote(name, safe='')}/",
                f"{self.here}mark/{quote(name, '')}/",
            ):
                status, said = self.ask(path)
                assert status == 404, path
                assert b"<script>alert" not in self.reply.body
                assert "nearest" in said or say("class.no_page") in said
        for word in ("..%2F..%2Fgradebook.db", "nbgrader_config.py", "%2Fetc%2Fpasswd", "x"):
            for part in ("files", "feedback"):
                assert self.ask(f"{self.here}{part}/{word}")[0] == 404


del PageCase
