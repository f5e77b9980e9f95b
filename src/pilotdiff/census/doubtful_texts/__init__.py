"""What is doubtful in how lines of text were read, one module a doubt."""
