"""Units named in running text: 确定甲街道为…，确定乙社区、丙社区…分别承担…."""
