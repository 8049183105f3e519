namespace GitOpsTasks.Yaml.Parsing;

/// <summary>Something wrong with a text, by offset: lines and columns are counted once the whole is read.</summary>
internal readonly record struct Finding(string Code, int Offset, string Message, string? Advice, bool IsWarning = false);
