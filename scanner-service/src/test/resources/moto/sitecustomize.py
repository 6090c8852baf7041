"""Python runs this before moto: of the thousand policies that AWS manages, moto keeps those that tests attach.

It loads them anew for each partition of AWS after each reset, which took most of a test's time.
"""

import importlib.abc
import importlib.util
import json
import sys

POLICIES = "moto.iam.aws_managed_policies"
KEPT = {"AdministratorAccess", "ReadOnlyAccess"}


class FewPolicies(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name != POLICIES:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        load = spec.loader.exec_module

        def load_few(module):
            load(module)
            policies = json.loads(module.aws_managed_policies_data)
            few = {policy: policies[policy] for policy in KEPT}
            module.aws_managed_policies_data = json.dumps(few)

        spec.loader.exec_module = load_few
        return spec


sys.meta_path.insert(0, FewPolicies())
