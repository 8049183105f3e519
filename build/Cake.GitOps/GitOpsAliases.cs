using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.GitOps;

/// <summary>
/// The CI half of GitOps: builds, checks and writes to Git what an agent in the cluster applies. Each alias runs one task,
/// with the inputs and outputs that it has in every host.
/// </summary>
[CakeAliasCategory("GitOps")]
[CakeNamespaceImport("Cake.GitOps")]
public static partial class GitOpsAliases
{
    private static TResult Run<TResult>(ICakeContext context, string task, GitOpsSettings settings)
        where TResult : new()
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(settings);
        return new TaskRunner(context).Run<TResult>(task, settings);
    }
}
