using GitOpsTasks.Contracts;

namespace GitOpsTasks.Generate.Env;

/// <summary>A variable that an env file sets.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Place">Where its name stands.</param>
public sealed record EnvEntry(string Key, string Value, SourcePlace Place);
