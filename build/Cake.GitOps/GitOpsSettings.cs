using Cake.Core.IO;

namespace Cake.GitOps;

/// <summary>What the settings of all aliases have. Secrets are no settings: they are read from the environment.</summary>
public abstract class GitOpsSettings
{
    /// <summary>The folder that relative paths start at. Default: the script's working directory.</summary>
    public DirectoryPath? WorkingDirectory { get; set; }
}
