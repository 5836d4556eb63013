#!/usr/bin/env python3
"""Tests the referee itself: tiny rounds whose answer is worked out by hand, and plans with one wrong cell."""

import sys
import unittest

sys.dont_write_bytecode = True

MODULES = ("selftest_first", "selftest_rules", "selftest_levels", "selftest_plans")

if __name__ == "__main__":
    unittest.main(module=None, argv=[*sys.argv, *MODULES] if len(sys.argv) == 1 else sys.argv)
