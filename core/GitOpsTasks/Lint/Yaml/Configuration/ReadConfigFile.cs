namespace GitOpsTasks.Lint.Yaml.Configuration;

/// <summary>Reads a file that a configuration names.</summary>
/// <param name="path">As it is written there.</param>
/// <param name="cancellationToken">Cancels reading.</param>
/// <returns>Its bytes; null where there is no such file.</returns>
internal delegate ValueTask<ReadOnlyMemory<byte>?> ReadConfigFile(string path, CancellationToken cancellationToken);
