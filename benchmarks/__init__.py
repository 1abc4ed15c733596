"""Small measurements that anyone can repeat: ``python -m benchmarks.NAME`` from the checkout."""
