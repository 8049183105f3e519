// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.GitOps;

public static partial class GitOpsAliases
{
    /// <summary>Sets image tags and digests in kustomizations and manifests, changing no other byte.</summary>
    /// <param name="context">The script's context.</param>
    /// <param name="settings">The inputs.</param>
    /// <returns>The outputs.</returns>
    /// <exception cref="CakeException">The task did not succeed; the exit code is that of the <c>gitops</c> command.</exception>
    /// <example>
    /// <para>set the tag in the files here:</para>
    /// <code>
    /// GitOpsBump(new GitOpsBumpSettings
    /// {
    ///     Path = ["apps/web/overlays/dev"],
    ///     Image = ["ghcr.io/acme/web:1.4.2"],
    /// });
    /// </code>
    /// </example>
    /// <example>
    /// <para>commit and push without a checkout:</para>
    /// <code>
    /// GitOpsBump(new GitOpsBumpSettings
    /// {
    ///     Image = ["ghcr.io/acme/web:1.4.2"],
    ///     Repository = "https://github.com/acme/gitops",
    ///     Push = true,
    /// });
    /// </code>
    /// </example>
    /// <example>
    /// <para>show what a move to a mirror would change:</para>
    /// <code>
    /// GitOpsBump(new GitOpsBumpSettings
    /// {
    ///     Image = ["nginx=registry.example.com/nginx:1.27"],
    ///     DryRun = true,
    ///     Diff = true,
    /// });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Bump")]
    public static GitOpsBumpResult GitOpsBump(this ICakeContext context, GitOpsBumpSettings settings) =>
        Run<GitOpsBumpResult>(context, "bump", settings);
}
