// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.GitOps;

public static partial class GitOpsAliases
{
    /// <summary>Makes plain Kubernetes manifests from app specs, with a kustomize overlay for each environment.</summary>
    /// <param name="context">The script's context.</param>
    /// <param name="settings">The inputs.</param>
    /// <returns>The outputs.</returns>
    /// <exception cref="CakeException">The task did not succeed; the exit code is that of the <c>gitops</c> command.</exception>
    /// <example>
    /// <para>write base and overlays of one app:</para>
    /// <code>
    /// GitOpsGenerate(new GitOpsGenerateSettings
    /// {
    ///     Spec = ["config/web.yaml"],
    ///     Out = "apps/web",
    /// });
    /// </code>
    /// </example>
    /// <example>
    /// <para>write those of several:</para>
    /// <code>
    /// GitOpsGenerate(new GitOpsGenerateSettings
    /// {
    ///     Spec = [.. GetFiles("config/*.yaml").Select(file =&gt; file.FullPath)],
    ///     Out = "apps/{app}",
    /// });
    /// </code>
    /// </example>
    /// <example>
    /// <para>write the objects of Flux as well:</para>
    /// <code>
    /// GitOpsGenerate(new GitOpsGenerateSettings
    /// {
    ///     Spec = ["config/web.yaml"],
    ///     Out = "apps/web",
    ///     Agent = "flux",
    /// });
    /// </code>
    /// </example>
    /// <example>
    /// <para>fail where the files are not what the spec says:</para>
    /// <code>
    /// GitOpsGenerate(new GitOpsGenerateSettings
    /// {
    ///     Spec = ["config/web.yaml"],
    ///     Out = "apps/web",
    ///     Check = true,
    /// });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Generate")]
    public static GitOpsGenerateResult GitOpsGenerate(this ICakeContext context, GitOpsGenerateSettings settings) =>
        Run<GitOpsGenerateResult>(context, "generate", settings);
}
