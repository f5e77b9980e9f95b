"""What is doubtful in what was read, one module a doubt."""
